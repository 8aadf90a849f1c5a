import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

export default function IncidentQueue() {
  return <RecordQueue type="incident" />;
}
