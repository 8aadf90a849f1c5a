import { Paper } from '@mantine/core';
import { Course } from '../../../kernel/web/record/Course.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useAuditWords } from './audit.web.ts';
import { AuditGuidance } from './AuditGuidance.tsx';
import { Checklist } from './Checklist.tsx';
import { Findings } from './Findings.tsx';
import { Impartiality } from './Impartiality.tsx';
import { overrides } from './overrides.tsx';
import { ReportPanel } from './ReportPanel.tsx';

const first = [
  'clauses', 'processes', 'criteria', 'purpose', 'scopeNote', 'startsOn', 'endsOn', 'leadAuditorId', 'auditorIds', 'auditeeIds', 'programmeId',
  'unitIds', 'serviceIds', 'documentIds', 'method', 'auditBody',
]; // prettier-ignore
const hidden = [
  'report',
  'reportHash',
  'acknowledgements',
  'strengths',
  'conclusion',
  'ownerId',
  'startedAt',
  'reportedAt',
  'reportedById',
  'verifiedAt',
];
const primary = ['name_auditors', 'make_checklist', 'start', 'report', 'acknowledge', 'verify', 'close'];
const way = [['planned'], ['staffed'], ['executing'], ['reported'], ['verified'], ['closed']] as const;

function Main({ meta, record }: SectionProps) {
  const t = useAuditWords();
  return (
    <>
      <Paper p="md" component="section" aria-label={t('audit_page.course')}>
        <Course meta={meta} record={record} way={way} label={t('audit_page.course')} />
      </Paper>
      <ReportPanel audit={record} />
    </>
  );
}

const sections = {
  main: (props: SectionProps) => <Main {...props} />,
  below: ({ record }: SectionProps) => (
    <>
      {record.state !== 'planned' && <Findings audit={record} />}
      {record.state !== 'planned' && <Checklist audit={record} />}
    </>
  ),
  side: ({ record }: SectionProps) => (
    <>
      <Impartiality audit={record} />
      <AuditGuidance of="audit" />
    </>
  ),
};

export default function AuditPage() {
  return (
    <RecordPage type="internal-audit" first={first} hidden={hidden} primary={primary} sections={sections} overrides={overrides} />
  );
} // prettier-ignore
