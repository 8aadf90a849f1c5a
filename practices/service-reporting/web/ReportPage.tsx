import { Paper } from '@mantine/core';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { Course } from '../../../kernel/web/record/Course.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { Decisions } from './Decisions.tsx';
import { Differences } from './Differences.tsx';
import { Figures } from './Figures.tsx';
import { frozenOverrides } from './frozen-fields.tsx';
import { useGuidance, useReportingWords } from './reporting.web.ts';

const first = ['audience', 'customerId', 'serviceId', 'purpose', 'definitionId', 'periodFrom', 'periodTo', 'dueOn', 'ownerId', 'recipientIds', 'approvedById', 'approvedAt', 'issuedAt', 'reviewedById', 'toldAt', 'toldNote']; // prettier-ignore
const hidden = ['contents', 'commentary', 'proposals', 'emptyReason', 'provisionalReason', 'decisions'];
const primary = ['draft', 'approve', 'issue', 'review', 'tell', 'close'];
const way = [['due'], ['drafted'], ['approved'], ['issued'], ['reviewed'], ['told'], ['closed']] as const;
const dialogs = { review: DecideDialog };

function Main({ meta, record }: SectionProps) {
  const t = useReportingWords();
  return (
    <>
      <Paper p="md" component="section" aria-label={t('reporting_page.report.course')}>
        <Course meta={meta} record={record} way={way} label={t('reporting_page.report.course')} />
      </Paper>
      <Figures record={record} />
    </>
  );
}

const sections = {
  main: (props: SectionProps) => <Main {...props} />,
  below: ({ record }: SectionProps) => (
    <>
      <Decisions record={record} />
      <Differences record={record} />
    </>
  ),
  side: () => <Side />,
};

function Side() {
  return <GuidancePanel {...useGuidance('report')} />;
}

export default function ReportPage() {
  return (
    <RecordPage type="service-report" overrides={frozenOverrides} first={first} hidden={hidden} primary={primary} sections={sections} dialogs={dialogs} register />
  );
} // prettier-ignore
