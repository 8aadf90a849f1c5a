import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { licenceOverrides } from './asset-fields.tsx';
import { AssignDialog, ReleaseDialog } from './LicenceDialogs.tsx';
import { LicencePosition } from './LicencePosition.tsx';

const first = ['product', 'entitlementNumber', 'metric', 'entitled', 'validFrom', 'validTo', 'supplierId', 'costCents', 'costCentre', 'ownerId']; // prettier-ignore
const primary = ['activate', 'assign', 'reconcile', 'renew', 'accept_overuse'];
const hidden = ['used', 'measured'];
const dialogs = { assign: AssignDialog, release: ReleaseDialog };
const sections = { main: ({ record }: SectionProps) => <LicencePosition record={record} /> };

export default function LicencePage() {
  return (
    <RecordPage
      type="licence"
      overrides={licenceOverrides}
      first={first}
      primary={primary}
      hidden={hidden}
      dialogs={dialogs}
      sections={sections}
      register
    />
  );
}
