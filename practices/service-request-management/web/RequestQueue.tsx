import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

const columns = ['state', 'nextDue', 'modelId', 'beneficiaryId', 'teamId', 'ownerId'];

export default function RequestQueue() {
  return <RecordQueue type="service-request" columns={columns} />;
}
