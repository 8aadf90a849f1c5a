import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useSetupWords } from './setup.web.ts';

export default function CiQueue() {
  const t = useSetupWords();
  return (
    <RecordQueue
      type="ci"
      actions={
        <Button
          variant="default"
          leftSection={<IconChecks size={15} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/configuration-items/initial-load" />}
        >
          {t('configuration_setup.load')}
        </Button>
      }
    />
  );
}
