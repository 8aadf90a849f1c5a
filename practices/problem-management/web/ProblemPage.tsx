import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { EffectPanel } from './EffectPanel.tsx';
import { overrides } from './overrides.tsx';
import { RcaSection } from './RcaSection.tsx';
import { Recurrences } from './Recurrences.tsx';

const first = [
  'description', 'origin', 'originId', 'originNote', 'categoryId', 'ci', 'ownerId', 'teamId', 'urgency', 'impact', 'effectPoints',
  'rootCause', 'causeClass', 'workaround', 'decision', 'decisionReason', 'reviewOn',
]; // prettier-ignore
const hidden = ['whys', 'fishbone'];
const primary = [
  'accept', 'investigate', 'find_cause', 'publish', 'plan_fix', 'accept_risk', 'resolve', 'retire_known_error', 'close',
  'review_effectiveness', 'reopen', 'resume', 'suspend', 'revise_workaround',
]; // prettier-ignore

const sections = {
  main: ({ record }: SectionProps) => (
    <>
      <Recurrences record={record} />
      <RcaSection record={record} />
    </>
  ),
  side: ({ record }: SectionProps) => <EffectPanel record={record} />,
};

export default function ProblemPage() {
  return (
    <RecordPage
      type="problem"
      first={first}
      hidden={hidden}
      primary={primary}
      sections={sections}
      overrides={overrides}
    />
  );
}
