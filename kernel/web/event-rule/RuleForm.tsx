import { RecordForm } from '../record/RecordForm.tsx';
import { ruleOverrides } from './overrides.ts';

export default function RuleForm() {
  return (
    <RecordForm
      type="event-rule"
      overrides={ruleOverrides}
      order={['title', 'description', 'trigger', 'conditions', 'steps']}
    />
  );
}
