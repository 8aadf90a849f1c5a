import { Button } from '@mantine/core';
import { IconBinaryTree2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance, useObjectiveWords } from './objective.web.ts';

const columns = ['state', 'level', 'target', 'lastValue', 'lastMet', 'dueOn', 'ownerId'];

export default function ObjectiveQueue() {
  const t = useObjectiveWords();
  const guidance = useGuidance('objective');
  const actions = (
    <>
      <GuidanceButton {...guidance} />
      <Button
        variant="default"
        leftSection={<IconBinaryTree2 size={15} aria-hidden />}
        renderRoot={(p) => <Link {...p} to="/objectives/trace" />}
      >
        {t('objective_page.trace.open')}
      </Button>
    </>
  );
  return <RecordQueue type="objective" columns={columns} actions={actions} />;
}
