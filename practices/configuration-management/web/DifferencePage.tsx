import { Paper } from '@mantine/core';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { differenceOverrides } from './difference.overrides.tsx';
import type { DifferenceRow } from './reconciliation.web.ts';
import { Sides } from './Sides.tsx';

const first = ['kind', 'ciId', 'field', 'origin', 'ref', 'changeRef', 'raisedChangeId'];
const hidden = ['recorded', 'found', 'relation', 'subjectKey'];
const primary = ['accept', 'reject', 'raise'];
const sections = {
  main: ({ record }: SectionProps) => (
    <Paper p="md">
      <Sides one={record as unknown as DifferenceRow} />
    </Paper>
  ),
};

export default function DifferencePage() {
  return <RecordPage type="difference" first={first} hidden={hidden} primary={primary} sections={sections} overrides={differenceOverrides} register />;
} // prettier-ignore
