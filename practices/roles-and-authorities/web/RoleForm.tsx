import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { roleOverrides } from './roles-fields.tsx';
import { useGuidance } from './roles.web.ts';

const order = [
  'title',
  'role',
  'orgUnitId',
  'duties',
  'authorities',
  'limits',
  'required',
  'needsDeputy',
  'incompatible',
];

const Aside = () => <GuidancePanel {...useGuidance('role')} />;
const aside = () => <Aside />;

export default function RoleForm() {
  return <RecordForm type="role-definition" order={order} overrides={roleOverrides} aside={aside} />;
} // prettier-ignore
