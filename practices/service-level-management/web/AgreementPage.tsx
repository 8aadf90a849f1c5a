import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { agreementOverrides } from './targets.tsx';

const first = [
  'kind', 'customerId', 'everyCustomer', 'serviceIds', 'everyService', 'supplierId', 'calendarId', 'validFrom', 'validTo',
  'targets',
]; // prettier-ignore

export default function AgreementPage() {
  return <RecordPage type="agreement" overrides={agreementOverrides} first={first} register />;
}
