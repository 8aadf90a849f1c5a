import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';

const columns = ['state', 'metric', 'entitled', 'used', 'measured', 'validTo', 'ownerId', 'reconciledOn'];

export default function LicenceQueue() {
  return <RecordQueue type="licence" columns={columns} />;
}
