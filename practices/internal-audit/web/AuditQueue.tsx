import { Button } from '@mantine/core';
import { IconCalendarStats } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../kernel/web/paths.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { AuditGuidanceButton } from './AuditGuidance.tsx';
import { useAuditWords } from './audit.web.ts';

const columns = ['state', 'clauses', 'processes', 'startsOn', 'endsOn', 'leadAuditorId', 'programmeId'];

export default function AuditQueue() {
  const t = useAuditWords();
  return (
    <RecordQueue
      type="internal-audit"
      columns={columns}
      actions={
        <>
          <AuditGuidanceButton of="audit" />
          <Button
            variant="default"
            leftSection={<IconCalendarStats size={15} aria-hidden />}
            renderRoot={(p) => <Link {...p} to={paths.queue('audit-programmes')} />}
          >
            {t('audit_page.programmes')}
          </Button>
        </>
      }
    />
  );
}
