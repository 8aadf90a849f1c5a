import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

const columns = ['kind', 'state', 'audience', 'serviceIds', 'ownerId', 'reviewDueOn'];

export default function ArticleQueue() {
  return <RecordQueue type="article" columns={columns} />;
}
