import { text, value, type Row } from '../../../kernel/web/contract.ts';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { Course } from './Course.tsx';
import { objectiveOverrides } from './objective-fields.tsx';
import { useAmount, useGuidance, useObjectiveWords } from './objective.web.ts';

const first = [
  'level', 'kind', 'ownerId', 'source', 'measureKey', 'measureFilter', 'formula', 'unit', 'direction', 'baseline', 'target', 'period', 'startsOn',
  'dueOn', 'parentId', 'policySentence', 'policyId', 'strategicLink', 'plan', 'evaluation', 'agreementIds', 'riskIds', 'coverage', 'decision',
  'decisionReason', 'decidedById', 'decidedOn',
]; // prettier-ignore
const primary = ['approve', 'activate', 'record_value', 'achieve', 'miss', 'extend'];

const sections = {
  main: ({ record }: SectionProps) => (record.state === 'proposed' ? null : <Course record={record} />),
  side: ({ record }: SectionProps) => <Side id={record.id} />,
};

function Side({ id }: { id: string }) {
  const t = useObjectiveWords();
  const guidance = useGuidance('objective');
  const amount = useAmount();
  const last = (row: Row) => {
    const found = value(row, 'lastValue');
    return typeof found === 'number' ? amount(found, text(row, 'unit') || null) : '';
  };
  return (
    <>
      <PointingHere type="objective" field="parentId" id={id} title={t('objective_page.children')} add={{ label: t('objective.create'), search: { parentId: id } }} aside={last} />
      <GuidancePanel {...guidance} />
    </>
  );
} // prettier-ignore

export default function ObjectivePage() {
  return (
    <RecordPage
      type="objective"
      overrides={objectiveOverrides}
      first={first}
      primary={primary}
      sections={sections}
      register
    />
  );
}
