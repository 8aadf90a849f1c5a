import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordForm } from '../record/RecordForm.tsx';
import { overrides } from './overrides.tsx';

const pairs = [
  ['recordType', 'kind'],
  ['labelEn', 'labelZh'],
  ['key', 'place'],
  ['helpEn', 'helpZh'],
] as const;

export default function CustomFieldForm() {
  return <RecordForm type="custom-field" overrides={overrides} arrange={arrange} />;
}

function arrange(inputs: Readonly<Record<string, ReactNode>>) {
  return (
    <>
      {pairs.slice(0, 2).map((pair) => (
        <Pair key={pair[0]}>{pair.map((key) => inputs[key])}</Pair>
      ))}
      {inputs['options']}
      {inputs['pointsTo']}
      {pairs.slice(2).map((pair) => (
        <Pair key={pair[0]}>{pair.map((key) => inputs[key])}</Pair>
      ))}
      {inputs['requiredOn']}
      {['required', 'searchable', 'inList'].map((key) => inputs[key])}
    </>
  );
}

const Pair = ({ children }: { children: ReactNode }) => (
  <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
    {children}
  </SimpleGrid>
);
