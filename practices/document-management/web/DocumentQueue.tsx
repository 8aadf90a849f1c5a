import { Button, Group } from '@mantine/core';
import { IconListTree } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { treePath, useGuidance, useT } from './document.web.ts';

const columns = ['code', 'level', 'documentClass', 'state', 'effectiveVersion', 'ownerId', 'reviewDueOn'];

export default function DocumentQueue() {
  const t = useT();
  const guidance = useGuidance();
  return (
    <RecordQueue
      type="document"
      columns={columns}
      actions={
        <Group gap={6}>
          <GuidanceButton {...guidance} />
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
