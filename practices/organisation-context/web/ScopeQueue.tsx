import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance } from './context.web.ts';

const columns = ['state', 'edition', 'organisationName', 'approvedById', 'approvedAt', 'reviewDueOn'];

export default function ScopeQueue() {
  return (
    <RecordQueue
      type="scope-statement"
      columns={columns}
      actions={<GuidanceButton {...useGuidance('scope')} />}
    />
  );
}
