import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { text } from '../../../kernel/web/contract.ts';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { reportingOverrides } from './reporting-fields.tsx';
import { useGuidance, useReportingWords } from './reporting.web.ts';

const first = [
  'audience', 'customerId', 'serviceId', 'purpose', 'decides', 'figures', 'frequency', 'startsOn', 'dueDays', 'ownerId', 'recipientIds', 'reviewNote',
  'reviewedOn', 'reviewDueOn',
]; // prettier-ignore
const primary = ['approve', 'review', 'revise'];

const sections = { side: ({ record }: SectionProps) => <Side id={record.id} /> };

function Side({ id }: { id: string }) {
  const t = useReportingWords();
  const guidance = useGuidance('report');
  return (
    <>
      <PointingHere type="service-report" field="definitionId" id={id} title={t('reporting_page.report.reports')} add={{ label: t('service_report.create'), search: { definitionId: id } }} aside={(row) => text(row, 'periodTo')} />
      <GuidancePanel {...guidance} />
    </>
  );
} // prettier-ignore

export default function DefinitionPage() {
  return (
    <RecordPage type="report-definition" overrides={reportingOverrides} first={first} primary={primary} sections={sections} register />
  );
} // prettier-ignore
