import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage } from '../../../kernel/web/record/RecordPage.tsx';
import { roleOverrides } from './roles-fields.tsx';
import { useGuidance } from './roles.web.ts';

const first = [
  'role',
  'orgUnitId',
  'required',
  'needsDeputy',
  'duties',
  'authorities',
  'limits',
  'incompatible',
];
const primary: readonly string[] = [];
const sections = { side: () => <Side /> };
const Side = () => <GuidancePanel {...useGuidance('role')} />;

export default function RolePage() {
  return (
    <RecordPage
      type="role-definition"
      overrides={roleOverrides}
      first={first}
      primary={primary}
      sections={sections}
      register
    />
  );
}
