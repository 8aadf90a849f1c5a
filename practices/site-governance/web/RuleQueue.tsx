import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance, useSiteWords } from './site.web.ts';

const columns = [
  'state',
  'obligation',
  'bound',
  'siteId',
  'edition',
  'effectiveOn',
  'adoptBy',
  'reviewDueOn',
];

export default function RuleQueue() {
  const t = useSiteWords();
  const guidance = useGuidance();
  const actions = (
    <>
      <GuidanceButton {...guidance} />
      <Button variant="default" leftSection={<IconTable size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to="/site-governance" />}>
        {t('site_page.stands.drift')}
      </Button>
    </>
  );
  return <RecordQueue type="group-rule" columns={columns} actions={actions} />;
} // prettier-ignore
