import { Paper } from '@mantine/core';
import { Course } from '../../../kernel/web/record/Course.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { HoldDialog } from './HoldDialog.tsx';
import { InputsPanel } from './InputsPanel.tsx';
import { Outcome } from './Outcome.tsx';
import { useReviewWords } from './review.web.ts';
import { overrides } from './review-overrides.tsx';
import { ReviewGuidance } from './ReviewGuidance.tsx';

const first = [
  'plannedOn',
  'periodFrom',
  'periodTo',
  'chairId',
  'participantIds',
  'place',
  'heldOn',
  'frozenById',
];
const hidden = [
  'inputs', 'inputsHash', 'inputNotes', 'frozenAt', 'attendance', 'heldAt', 'discussion', 'suitability', 'suitabilityNote', 'adequacy',
  'adequacyNote', 'effectiveness', 'effectivenessNote', 'decisions', 'minutes', 'minutesHash', 'signedAt', 'signedById', 'carriedIds', 'ownerId',
]; // prettier-ignore
const primary = ['freeze_inputs', 'hold', 'decide', 'conclude', 'sign', 'close'];
const dialogs = { hold: HoldDialog, decide: DecideDialog };
const way = [['scheduled'], ['inputs_frozen'], ['held'], ['signed'], ['closed']] as const;

function Main({ meta, record }: SectionProps) {
  const t = useReviewWords();
  return (
    <>
      <Paper p="md" component="section" aria-label={t('review_page.course')}>
        <Course meta={meta} record={record} way={way} label={t('review_page.course')} />
      </Paper>
      <Outcome review={record} />
    </>
  );
}

const sections = {
  main: (props: SectionProps) => <Main {...props} />,
  below: ({ record }: SectionProps) => <InputsPanel review={record} />,
  side: () => <ReviewGuidance of="review" />,
};

export default function ReviewPage() {
  return (
    <RecordPage type="management-review" first={first} hidden={hidden} primary={primary} dialogs={dialogs} sections={sections} overrides={overrides} />
  );
} // prettier-ignore
