import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance } from './objective.web.ts';

const columns = ['state', 'subject', 'ownerId', 'dueOn', 'approvedById', 'verdict'];

export default function SystemChangeQueue() {
  return (
    <RecordQueue
      type="system-change"
      columns={columns}
      actions={<GuidanceButton {...useGuidance('change')} />}
    />
  );
}
