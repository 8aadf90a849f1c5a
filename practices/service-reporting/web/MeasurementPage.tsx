import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { reportingOverrides } from './reporting-fields.tsx';
import { useGuidance } from './reporting.web.ts';
import { Values } from './Values.tsx';

const first = [
  'subject', 'measureKey', 'narrowing', 'direction', 'target', 'method', 'reason', 'frequency', 'evaluatedEvery', 'ownerId', 'analystId', 'startsOn',
  'conclusion', 'evaluatedOn', 'evaluatedById', 'evaluationDueOn',
]; // prettier-ignore
const primary = ['approve', 'evaluate', 'adjust'];

const sections = {
  main: ({ record }: SectionProps) => <Values record={record} />,
  side: () => <Side />,
};

function Side() {
  return <GuidancePanel {...useGuidance('plan')} />;
}

export default function MeasurementPage() {
  return (
    <RecordPage type="measurement" overrides={reportingOverrides} first={first} primary={primary} sections={sections} register />
  );
} // prettier-ignore
