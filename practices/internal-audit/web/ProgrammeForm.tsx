import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useMe } from '../../../kernel/web/queries.ts';
import { AuditGuidance } from './AuditGuidance.tsx';
import { overrides } from './overrides.tsx';

const order = [
  'title',
  'ownerId',
  'periodFrom',
  'periodTo',
  'purpose',
  'considered',
  'weights',
  'method',
  'responsibility',
  'reporting',
];

const guidance = () => <AuditGuidance of="programme" />;

export default function ProgrammeForm() {
  const me = useMe();
  return (
    <RecordForm
      type="audit-programme"
      order={order}
      overrides={overrides}
      initial={{ ownerId: me.person.id, weights: [] }}
      aside={guidance}
    />
  );
} // prettier-ignore
