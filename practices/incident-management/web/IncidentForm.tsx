import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMe } from '../../../kernel/web/queries.ts';
import type { FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { KnownDisturbances } from './KnownDisturbances.tsx';

const wide = ['title', 'symptom'];
const order = [
  'title', 'symptom', 'requesterId', 'channel', 'serviceId', 'categoryId', 'impact', 'urgency', 'customerId', 'orgUnitId',
  'ci', 'location', 'teamId', 'ownerId', 'occurredAt',
]; // prettier-ignore

const hidden = ['dedupKey'];

export default function IncidentForm() {
  const me = useMe();
  return (
    <RecordForm
      type="incident"
      order={order}
      hidden={hidden}
      initial={{ channel: 'phone', requesterId: me.person.id }}
      arrange={arrange}
      aside={aside}
    />
  );
}

const aside = (values: FormValues) => <KnownDisturbances values={values} />;

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
}
