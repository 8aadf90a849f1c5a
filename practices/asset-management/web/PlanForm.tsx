import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { planOverrides } from './plan-fields.tsx';

const wide = ['title', 'subjectIds', 'instructions'];
const narrow = [
  'rhythm', 'every', 'firstDueOn', 'dates', 'windowFrom', 'windowTo', 'leadDays', 'teamId', 'ownerId', 'serviceId',
  'needsChange',
]; // prettier-ignore
const order = [...wide, ...narrow];

const arrange = (inputs: Readonly<Record<string, ReactNode>>) => (
  <>
    {wide.map((key) => inputs[key])}
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm" style={{ alignItems: 'end' }}>
      {Object.keys(inputs)
        .filter((key) => !wide.includes(key))
        .map((key) => inputs[key])}
    </SimpleGrid>
  </>
);

export default function PlanForm() {
  return <RecordForm type="maintenance-plan" overrides={planOverrides} order={order} arrange={arrange} />;
}
