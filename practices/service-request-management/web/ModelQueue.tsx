import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

const columns = ['state', 'category', 'teamId', 'targetHours', 'formVersion'];

export default function ModelQueue() {
  return <RecordQueue type="request-model" columns={columns} />;
}
