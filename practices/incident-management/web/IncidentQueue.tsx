import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

const columns = ['state', 'priority', 'nextDue', 'serviceId', 'teamId', 'ownerId'];

export default function IncidentQueue() {
  return <RecordQueue type="incident" columns={columns} />;
}
