import { GuidanceButton } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordQueue } from '../../../kernel/web/queue/RecordQueue.tsx';
import { useGuidance } from './certification.web.ts';

const columns = [
  'state',
  'standard',
  'edition',
  'body',
  'certificateNumber',
  'issuedOn',
  'expiresOn',
  'ownerId',
];

export default function CertificateQueue() {
  const guidance = useGuidance('certificate');
  return <RecordQueue type="certificate" columns={columns} actions={<GuidanceButton {...guidance} />} />;
}
