import { SimpleGrid } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { ImprovementGuidance } from './ImprovementGuidance.tsx';

const order = [
  'title',
  'description',
  'objective',
  'claimedBenefit',
  'aims',
  'ownerId',
  'sponsorId',
  'serviceId',
  'sourceId',
  'origin',
  'sourceNote',
  'orgUnitId',
];
const wide = ['title', 'description', 'objective', 'claimedBenefit'];

const guidance = () => <ImprovementGuidance />;

/** From any record in one step: `?sourceId=…&title=…`. */
export default function ImprovementForm() {
  const { sourceId }: { sourceId?: string } = useSearch({ strict: false });
  return (
    <RecordForm
      type="improvement"
      order={order}
      arrange={arrange}
      hidden={sourceId === undefined ? [] : ['origin', 'sourceNote']}
      aside={guidance}
    />
  );
}

function arrange(inputs: Readonly<Record<string, ReactNode>>) {
  const narrow = Object.entries(inputs).filter(([key]) => !wide.includes(key));
  return (
    <>
      {wide.map((key) => inputs[key])}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        {narrow.map(([, input]) => input)}
      </SimpleGrid>
    </>
  );
} // prettier-ignore
