import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { licenceOverrides } from './asset-fields.tsx';

const order = [
  'product', 'title', 'metric', 'entitled', 'entitlementNumber', 'validFrom', 'validTo', 'currency', 'costCents', 'costCentre',
  'supplierId', 'ownerId',
]; // prettier-ignore

export default function LicenceForm() {
  return <RecordForm type="licence" overrides={licenceOverrides} order={order} />;
}
