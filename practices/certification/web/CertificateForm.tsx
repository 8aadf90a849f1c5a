import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useGuidance } from './certification.web.ts';

const order = [
  'title', 'origin', 'predecessorId', 'standard', 'edition', 'nationalStandard', 'body', 'bodyApproval', 'accreditation', 'certificateNumber', 'holder',
  'address', 'scopeText', 'scopeTextZh', 'serviceIds', 'siteIds', 'decidedOn', 'issuedOn', 'expiresOn', 'checkUrl', 'intervalMonths', 'countedFrom', 'ownerId',
]; // prettier-ignore
/** Stage 1 and 2 are planned in a step of their own. */
const hidden = ['stage1On', 'stage2On'];

const Aside = () => <GuidancePanel {...useGuidance('certificate')} />;
const aside = () => <Aside />;

export default function CertificateForm() {
  return <RecordForm type="certificate" order={order} hidden={hidden} aside={aside} />;
}
