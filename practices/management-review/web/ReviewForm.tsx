import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { ReviewGuidance } from './ReviewGuidance.tsx';

const order = ['title', 'plannedOn', 'chairId', 'periodFrom', 'periodTo', 'participantIds', 'place'];
const wide = new Set(['title', 'participantIds']);

const guidance = () => <ReviewGuidance of="review" />;

export default function ReviewForm() {
  return <RecordForm type="management-review" order={order} arrange={arrange} aside={guidance} />;
} // prettier-ignore

function arrange(inputs: Readonly<Record<string, ReactNode>>) {
  const narrow = Object.entries(inputs).filter(([key]) => !wide.has(key));
  return (
    <>
      {inputs['title']}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        {narrow.map(([, input]) => input)}
      </SimpleGrid>
      {inputs['participantIds']}
    </>
  );
}
