import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { AuditGuidance } from './AuditGuidance.tsx';
import { CoveragePanel } from './Coverage.tsx';
import { overrides } from './overrides.tsx';

const first = [
  'periodFrom',
  'periodTo',
  'ownerId',
  'approvedById',
  'approvedAt',
  'purpose',
  'considered',
  'weights',
  'method',
  'responsibility',
  'reporting',
];
const sections = {
  below: ({ record }: SectionProps) => <CoveragePanel programme={record} />,
  side: () => <AuditGuidance of="programme" />,
};

export default function ProgrammePage() {
  return (
    <RecordPage type="audit-programme" first={first} overrides={overrides} sections={sections} primary={['approve', 'revise', 'end']} />
  );
} // prettier-ignore
