import { Button } from '@mantine/core';
import { IconAdjustments, IconGridDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance, useRiskWords } from './risk.web.ts';

const columns = [
  'state',
  'kind',
  'category',
  'score',
  'residualScore',
  'residualRating',
  'treatment',
  'ownerId',
  'reviewDueOn',
];

export default function RiskQueue() {
  const t = useRiskWords();
  const guidance = useGuidance('risk');
  const actions = (
    <>
      <GuidanceButton {...guidance} />
      <Button variant="default" leftSection={<IconAdjustments size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to="/risks/criteria" />}>
        {t('risk_page.criteria.open')}
      </Button>
      <Button variant="default" leftSection={<IconGridDots size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to="/risks/heat-map" />}>
        {t('risk_page.map.open')}
      </Button>
    </>
  );
  return <RecordQueue type="risk" columns={columns} actions={actions} />;
} // prettier-ignore
