import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance } from './certification.web.ts';

const columns = ['buyer', 'periodFrom', 'periodTo', 'certificateIds', 'madeAt', 'ownerId'];

export default function TenderQueue() {
  const guidance = useGuidance('tender');
  return <RecordQueue type="tender-pack" columns={columns} actions={<GuidanceButton {...guidance} />} />;
}
