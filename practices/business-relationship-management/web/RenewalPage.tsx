import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';

const first = [
  'customerId', 'agreementId', 'termEndsOn', 'newTermEndsOn', 'newAgreementId', 'valueCents', 'currency', 'lostBecause', 'note', 'ownerId', 'decidedOn',
  'decidedById',
]; // prettier-ignore
const primary = ['renew', 'lose'];

export default function RenewalPage() {
  return <RecordPage type="contract-renewal" first={first} primary={primary} register />;
}
