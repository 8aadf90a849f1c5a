import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { objectiveOverrides } from './objective-fields.tsx';
import { useGuidance } from './objective.web.ts';

const order = [
  'title', 'level', 'kind', 'parentId', 'policySentence', 'policyId', 'strategicLink', 'source', 'measureKey', 'measureFilter', 'formula', 'unit',
  'direction', 'baseline', 'target', 'period', 'startsOn', 'dueOn', 'ownerId', 'plan', 'evaluation', 'coverage', 'agreementIds', 'riskIds',
  'serviceId', 'teamId', 'orgUnitId',
]; // prettier-ignore

const initial = { source: 'kpi', level: 'organisation' };

const Aside = () => <GuidancePanel {...useGuidance('objective')} />;
const aside = () => <Aside />;

export default function ObjectiveForm() {
  return (
    <RecordForm
      type="objective"
      order={order}
      initial={initial}
      overrides={objectiveOverrides}
      aside={aside}
    />
  );
}
