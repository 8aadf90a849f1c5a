import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

const columns = ['state', 'nextDue', 'kind', 'requestId', 'teamId', 'ownerId'];

export default function TaskQueue() {
  return <RecordQueue type="fulfilment-task" columns={columns} />;
}
