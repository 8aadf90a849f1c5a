import type { FieldOverrides } from '../../../kernel/web/field/override.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { MajorBanner, ProposeMajor } from './MajorBanner.tsx';
import { MassSection } from './MassSection.tsx';
import { useText, type Texts } from './major.web.ts';

function Announced({ value }: { value: unknown }) {
  return <>{useText()((value ?? {}) as Texts)}</>;
}
const overrides: FieldOverrides = { announcement: { Value: Announced } };

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
      <MassSection record={record} />
      <ProposeMajor record={record} />
    </>
  ),
};

export default function IncidentPage() {
  return (
    <RecordPage type="incident" first={first} primary={primary} sections={sections} overrides={overrides} />
  );
}
