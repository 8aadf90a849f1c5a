import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance, useReportingWords } from './reporting.web.ts';

const columns = ['state', 'audience', 'customerId', 'periodTo', 'dueOn', 'ownerId', 'issuedAt'];

export default function ReportQueue() {
  const t = useReportingWords();
  const guidance = useGuidance('report');
  const actions = (
    <>
      <GuidanceButton {...guidance} />
      <Button
        variant="default"
        leftSection={<IconListCheck size={15} aria-hidden />}
        renderRoot={(p) => <Link {...p} to={paths.queue('report-definitions')} />}
      >
        {t('reporting_page.report.definitions')}
      </Button>
    </>
  );
  return <RecordQueue type="service-report" columns={columns} actions={actions} />;
}
