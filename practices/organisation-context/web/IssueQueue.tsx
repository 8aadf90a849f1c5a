import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance } from './context.web.ts';
import { Presets } from './Presets.tsx';

const columns = ['state', 'side', 'factor', 'effect', 'consequence', 'ownerId', 'reviewDueOn'];

export default function IssueQueue() {
  const guidance = useGuidance('issue');
  const actions = (
    <>
      <GuidanceButton {...guidance} />
      <Presets of="issue" />
    </>
  );
  return <RecordQueue type="context-issue" columns={columns} actions={actions} />;
}
