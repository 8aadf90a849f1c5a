import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { itemOverrides } from './Attributes.tsx';

const pairs = ['title', 'classId'];
const wide = ['description', 'attributes'];
const order = [
  ...pairs,
  ...wide,
  'serviceId',
  'ownerId',
  'teamId',
  'criticality',
  'location',
  'serialNumber',
  'supplierId',
  'warrantyUntil',
  'endOfLife',
  'orgUnitId',
  'occurredAt',
];
const hidden = ['nameIssue']; // prettier-ignore

export default function CiForm() {
  return <RecordForm type="ci" overrides={itemOverrides} order={order} hidden={hidden} arrange={arrange} />;
}

function arrange(inputs: Readonly<Record<string, ReactNode>>) {
  const rest = Object.entries(inputs).filter(([key]) => !pairs.includes(key) && !wide.includes(key));
  return (
    <>
      <Columns>{pairs.map((key) => inputs[key])}</Columns>
      {wide.map((key) => inputs[key])}
      <Columns>{rest.map(([, input]) => input)}</Columns>
    </>
  );
}

const Columns = ({ children }: { children: ReactNode }) => (
  <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
    {children}
  </SimpleGrid>
);
