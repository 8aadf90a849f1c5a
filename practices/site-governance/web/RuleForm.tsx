import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useMe } from '../../../kernel/web/queries.ts';
import { ruleOverrides } from './rule-fields.tsx';
import { useGuidance } from './site.web.ts';

const order = [
  'title', 'statement', 'purpose', 'siteId', 'addsToId', 'addition', 'obligation', 'bound', 'documentId', 'promise', 'targetPriority', 'mostMinutes',
  'recordType', 'withinDays', 'role', 'courseId', 'coveragePercent', 'attestMonths', 'effectiveOn', 'adoptBy', 'siteIds', 'requirement', 'ownerId',
]; // prettier-ignore
const hidden = ['supersedesId', 'reviewMonths'];

const Aside = () => <GuidancePanel {...useGuidance()} />;
const aside = () => <Aside />;

export default function RuleForm() {
  const me = useMe();
  return (
    <RecordForm
      type="group-rule"
      order={order}
      hidden={hidden}
      overrides={ruleOverrides}
      initial={{ ownerId: me.person.id }}
      aside={aside}
    />
  );
}
