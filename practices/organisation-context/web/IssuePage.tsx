import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useContextWords, useGuidance } from './context.web.ts';

const first = [
  'side',
  'factor',
  'effect',
  'ownerId',
  'relevance',
  'rationale',
  'decidedById',
  'decidedOn',
  'description',
  'consequence',
  'serviceIds',
];
const primary = ['confirm', 'decide', 'review'];

const sections = {
  side: ({ record }: SectionProps) => <Side record={record} />,
};

function Side({ record }: Pick<SectionProps, 'record'>) {
  const t = useContextWords();
  const guidance = useGuidance('issue');
  return (
    <>
      <GuidancePanel {...guidance} />
      <PointingHere type="risk" field="issueIds" id={record.id} title={t('context_page.issue_risks')} none={t('context_page.issue_no_risks')} />
      <PointingHere type="scope-statement" field="issueIds" id={record.id} title={t('context_page.issue_scopes')} />
    </>
  );
} // prettier-ignore

export default function IssuePage() {
  return <RecordPage type="context-issue" first={first} primary={primary} sections={sections} register />;
}
