import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { agreementOverrides } from './targets.tsx';

const order = [
  'title', 'kind', 'customerId', 'everyCustomer', 'serviceIds', 'everyService', 'supplierId', 'calendarId', 'supportHours',
  'validFrom', 'validTo', 'targets',
]; // prettier-ignore

export default function AgreementForm() {
  return <RecordForm type="agreement" overrides={agreementOverrides} order={order} />;
}
