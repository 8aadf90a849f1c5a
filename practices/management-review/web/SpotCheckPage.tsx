import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { ReviewGuidance } from './ReviewGuidance.tsx';
import { SpotItems } from './SpotItems.tsx';
import { overrides } from './spot-overrides.tsx';

const first = [
  'recordType',
  'periodFrom',
  'periodTo',
  'n',
  'populationCount',
  'seed',
  'requirement',
  'purpose',
  'reviewId',
  'ownerId',
  'conclusion',
  'concludedAt',
];
const hidden = ['items', 'algorithm', 'seedMade', 'populationHash'];
const sections = {
  main: ({ record }: SectionProps) => <SpotItems check={record} />,
  side: () => <ReviewGuidance of="spot" />,
};

export default function SpotCheckPage() {
  return (
    <RecordPage type="spot-check" first={first} hidden={hidden} overrides={overrides} sections={sections} primary={['conclude']} />
  );
} // prettier-ignore
