import { Button } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useMajorWords } from './major.web.ts';

const columns = ['state', 'priority', 'nextDue', 'serviceId', 'managerId', 'declaredAt'];

export default function MajorQueue() {
  const t = useMajorWords();
  return (
    <RecordQueue
      type="major-incident"
      columns={columns}
      actions={
        <Button
          variant="default"
          leftSection={<IconBook2 size={15} aria-hidden />}
          renderRoot={(p) => <Link {...p} to="/major-incidents/runbook" />}
        >
          {t('major.runbook')}
        </Button>
      }
    />
  );
}
