import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { assetOverrides } from './asset-fields.tsx';
import { AssetSide } from './AssetSide.tsx';
import { Depreciation } from './Depreciation.tsx';

const first = [
  'tag', 'kind', 'model', 'serial', 'ownerId', 'userId', 'costCentre', 'location', 'orgUnitId', 'supplierId', 'warrantyUntil',
  'endOfSupport', 'ciId', 'serviceId',
]; // prettier-ignore
const primary = [
  'order', 'receive', 'deploy', 'move', 'put_in_stock', 'send_to_repair', 'record_erasure', 'write_off', 'dispose',
]; // prettier-ignore
const hidden = ['entryState'];
const sections = {
  main: ({ record }: SectionProps) => <Depreciation record={record} />,
  side: ({ record }: SectionProps) => <AssetSide record={record} />,
};

export default function AssetPage() {
  return (
    <RecordPage
      type="asset"
      overrides={assetOverrides}
      first={first}
      primary={primary}
      hidden={hidden}
      sections={sections}
      register
    />
  );
}
