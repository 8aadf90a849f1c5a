import { SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { feedOverrides } from './feed.overrides.tsx';

const rows = [
  ['title', 'origin'],
  ['ownerId', 'transport'],
  ['url'],
  ['relationsUrl', 'headerName'],
  ['everyHours', 'matchBy'],
  ['scopeClassId', 'defaultClassId'],
  ['shrinkPercent'],
];
const order = rows.flat();

export default function FeedForm() {
  return <RecordForm type="feed" overrides={feedOverrides} order={order} arrange={arrange} />;
}

function arrange(inputs: Readonly<Record<string, ReactNode>>) {
  const rest = Object.keys(inputs).filter((key) => !order.includes(key));
  return (
    <Stack gap="sm">
      {[...rows, ...rest.map((key) => [key])].map((row) => (
        <SimpleGrid key={row.join()} cols={{ base: 1, sm: row.length }} spacing="md">
          {row.map((key) => inputs[key])}
        </SimpleGrid>
      ))}
    </Stack>
  );
}
