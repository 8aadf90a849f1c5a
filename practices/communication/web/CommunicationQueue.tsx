import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useCommunicationWords, useGuidance } from './communication.web.ts';

/** The matrix: what, when, to whom, how, by whom. */
const columns = ['trigger', 'frequency', 'nextDueOn', 'audienceRoles', 'channel', 'responsibleRole'];

export default function CommunicationQueue() {
  const t = useCommunicationWords();
  const guidance = useGuidance();
  const actions = (
    <>
      <GuidanceButton {...guidance} />
      <Button
        variant="default"
        leftSection={<IconListCheck size={15} aria-hidden />}
        renderRoot={(p) => (
          <Link {...p} to={paths.queue('communication-occurrences', { sort: '-createdAt' })} />
        )}
      >
        {t('communication_page.due')}
      </Button>
    </>
  );
  return <RecordQueue type="communication" columns={columns} actions={actions} />;
}
