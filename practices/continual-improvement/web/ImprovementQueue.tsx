import { Button } from '@mantine/core';
import { IconChartBar, IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { ImprovementGuidanceButton } from './ImprovementGuidance.tsx';
import { useImprovementWords } from './improvement.web.ts';

const columns = ['state', 'score', 'priority', 'origin', 'ownerId', 'targetOn', 'attainment'];

export default function ImprovementQueue() {
  const t = useImprovementWords();
  return (
    <RecordQueue
      type="improvement"
      columns={columns}
      actions={
        <>
          <ImprovementGuidanceButton />
          <Button
            variant="default"
            leftSection={<IconScale size={15} aria-hidden />}
            renderRoot={(p) => <Link {...p} to="/improvement-criteria" />}
          >
            {t('improvement_page.criteria.open')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconChartBar size={15} aria-hidden />}
            renderRoot={(p) => <Link {...p} to="/improvement-outcomes" />}
          >
            {t('improvement_page.menu_outcomes')}
          </Button>
        </>
      }
    />
  );
}
