import { SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { overrides } from './overrides.tsx';

const wide = ['title', 'changeIds', 'description', 'criteria', 'waves', 'method', 'rollbackPlan'];
const order = [
  'title', 'kind', 'versionName', 'changeIds', 'serviceIds', 'description', 'plannedStartAt', 'plannedEndAt', 'ownerId', 'developerIds', 'builderId',
  'testerId', 'deployerId', 'criteria', 'waves', 'method', 'rollbackPlan',
]; // prettier-ignore
const hidden = ['serviceId'];

function arrange(inputs: Readonly<Record<string, ReactNode>>) {
  const narrow = Object.entries(inputs).filter(([key]) => !wide.includes(key));
  const [title, changes, ...rest] = wide.map((key) => inputs[key]);
  return (
    <>
      {title}
      {changes}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        {narrow.map(([, input]) => input)}
      </SimpleGrid>
      <Stack gap="sm">{rest}</Stack>
    </>
  );
}

export default function ReleaseForm() {
  return <RecordForm type="release" order={order} hidden={hidden} overrides={overrides} arrange={arrange} />;
}
