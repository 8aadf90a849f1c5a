import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

const columns = ['state', 'requirement', 'grade', 'ownerId', 'dueOn', 'foundAt', 'repairedAt'];

export default function LapseQueue() {
  return <RecordQueue type="lapse" columns={columns} />;
}
