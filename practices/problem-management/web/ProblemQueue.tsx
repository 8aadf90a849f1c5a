import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

const columns = ['state', 'priority', 'serviceId', 'ownerId', 'incidentCount', 'updatedAt'];

export default function ProblemQueue() {
  return <RecordQueue type="problem" columns={columns} />;
}
