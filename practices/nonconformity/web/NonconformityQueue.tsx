import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { NonconformityGuidanceButton } from './NonconformityGuidance.tsx';

const columns = ['state', 'grade', 'origin', 'requirement', 'ownerId', 'dueOn', 'updatedAt'];

export default function NonconformityQueue() {
  return <RecordQueue type="nonconformity" columns={columns} actions={<NonconformityGuidanceButton />} />;
}
