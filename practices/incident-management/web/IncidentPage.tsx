import { lazy, Suspense, type ComponentProps } from 'react';
import type { FieldOverrides } from '../../../kernel/web/field/override.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import type { Dialogs } from '../../../kernel/web/record/Actions.tsx';
import { KnownErrorsSection, RaiseProblem } from './KnownErrors.tsx';
import { MajorBanner, ProposeMajor } from './MajorBanner.tsx';
import { DevelopmentPanel } from './DevelopmentPanel.tsx';
import { StagesPanel } from './StagesPanel.tsx';
import { MassSection } from './MassSection.tsx';
import { useText, type Texts } from './major.web.ts';

function Announced({ value }: { value: unknown }) {
  return <>{useText()((value ?? {}) as Texts)}</>;
}
const overrides: FieldOverrides = { announcement: { Value: Announced } };

const MergeDialog = lazy(() => import('./MergeDialog.tsx'));
const SplitDialog = lazy(() => import('./SplitDialog.tsx'));
type Props = ComponentProps<Dialogs[string]>;
const dialogs: Dialogs = {
  merge: (props: Props) => (
    <Suspense>
      <MergeDialog {...props} />
    </Suspense>
  ),
  split: (props: Props) => (
    <Suspense>
      <SplitDialog {...props} />
    </Suspense>
  ),
};

const first = [
  'symptom',
  'requesterId',
  'customerId',
  'teamId',
  'ownerId',
  'categoryId',
  'impact',
  'urgency',
  'ci',
  'ciId',
  'location',
];
const primary = [
  'triage',
  'assign',
  'start',
  'resume',
  'resolve',
  'close',
  'reopen',
  'await_customer',
  'reassign',
  'take',
];

const sections = {
  main: ({ record }: SectionProps) => <MajorBanner record={record} />,
  side: ({ record }: SectionProps) => (
    <>
      <KnownErrorsSection record={record} />
      <StagesPanel record={record} />
      <DevelopmentPanel record={record} />
      <MassSection record={record} />
      <ProposeMajor record={record} />
      <RaiseProblem record={record} />
    </>
  ),
};

export default function IncidentPage() {
  return (
    <RecordPage
      type="incident"
      similar
      first={first}
      primary={primary}
      sections={sections}
      dialogs={dialogs}
      overrides={overrides}
    />
  );
}
