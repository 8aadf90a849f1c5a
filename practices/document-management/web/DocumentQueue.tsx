import { Button, Group } from '@mantine/core';
import { IconListTree } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { treePath, useT } from './document.web.ts';

const columns = ['code', 'level', 'documentClass', 'state', 'effectiveVersion', 'ownerId', 'reviewDueOn'];

export default function DocumentQueue() {
  const t = useT();
  return (
    <RecordQueue
      type="document"
      columns={columns}
      actions={
        <Group gap={6}>
          <Button
            variant="default"
            leftSection={<IconListTree size={15} aria-hidden />}
            renderRoot={(props) => <Link {...props} to={treePath} />}
          >
            {t('menu.document_tree')}
          </Button>
        </Group>
      }
    />
  );
}
