import { SimpleGrid } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { overrides } from './overrides.tsx';

const order = [
  'title', 'description', 'origin', 'originNote', 'serviceId', 'categoryId', 'ci', 'urgency', 'expectedImpact', 'incidents',
  'ownerId', 'teamId', 'workaround',
]; // prettier-ignore
const hidden = ['incidentIds'];

/** From an incident or a major incident in one step: `?from=INC-000123`. */
export default function ProblemForm() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const from = typeof search['from'] === 'string' ? search['from'].split(',') : [];
  return (
    <RecordForm
      type="problem"
      order={order}
      hidden={hidden}
      overrides={overrides}
      arrange={arrange}
      initial={{ origin: 'incidents', incidents: from }}
    />
  );
}

const wide = ['title', 'description', 'incidents', 'originNote', 'workaround'];

function arrange(inputs: Readonly<Record<string, ReactNode>>) {
  const narrow = Object.entries(inputs).filter(([key]) => !wide.includes(key));
  const [title, description, ...rest] = wide.map((key) => inputs[key]);
  return (
    <>
      {title}
      {description}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        {narrow.map(([, input]) => input)}
      </SimpleGrid>
      {rest}
    </>
  );
}
