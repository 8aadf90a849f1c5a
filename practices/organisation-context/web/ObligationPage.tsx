import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { PointingHere } from '../../../kernel/web/record/PointingHere.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { text } from '../../../kernel/web/contract.ts';
import { useContextWords, useGuidance } from './context.web.ts';

const first = ['kind', 'reference', 'issuedBy', 'inForceSince', 'demands', 'bearing', 'applicabilityReason', 'serviceIds', 'ownerId', 'result', 'evaluation', 'evaluatedOn', 'evaluationDueOn']; // prettier-ignore
const primary = ['apply', 'rule_out', 'evaluate'];

const sections = { side: ({ record }: SectionProps) => <Side id={record.id} /> };

function Side({ id }: { id: string }) {
  const t = useContextWords();
  const guidance = useGuidance('obligation');
  return (
    <>
      <PointingHere type="action-item" field="sourceId" id={id} title={t('context_page.obligation_actions')} aside={(row) => text(row, 'dueOn')} />
      <PointingHere type="party-requirement" field="answeredByIds" id={id} title={t('context_page.obligation_requirements')} />
      <PointingHere type="risk" field="obligationIds" id={id} title={t('context_page.obligation_risks')} />
      <GuidancePanel {...guidance} />
    </>
  );
} // prettier-ignore

export default function ObligationPage() {
  return <RecordPage type="obligation" first={first} primary={primary} sections={sections} register />;
}
