import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { overrides } from './overrides.tsx';

const wide = ['title', 'reasonFor', 'outcomes'];
const order = ['title', 'kind', 'serviceId', 'plannedLiveOn', 'ownerId', 'partyIds', 'reasonFor', 'outcomes'];
/** A proposal says what and why; the rest is written when it is planned. */
const hidden = [
  'criteria', 'plan', 'plannerId', 'handling', 'receiverId', 'designSummary', 'requirements', 'checklist', 'designerIds', 'developerIds', 'changeIds',
  'releaseIds', 'teamId',
]; // prettier-ignore

function arrange(inputs: Readonly<Record<string, ReactNode>>) {
  const narrow = Object.entries(inputs).filter(([key]) => !wide.includes(key));
  const [title, ...rest] = wide.map((key) => inputs[key]);
  return (
    <>
      {title}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        {narrow.map(([, input]) => input)}
      </SimpleGrid>
      {rest}
    </>
  );
}

export default function TransitionForm() {
  return (
    <RecordForm type="transition" order={order} hidden={hidden} overrides={overrides} arrange={arrange} />
  );
}
