import { Anchor, Group, SimpleGrid } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../../kernel/web/queries.ts';
import type { FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { KnownErrorsFor } from './KnownErrors.tsx';
import { useDeskWords } from './desk.web.ts';
import { KnownDisturbances } from './KnownDisturbances.tsx';

const wide = ['title', 'symptom'];
const order = [
  'title', 'symptom', 'requesterId', 'channel', 'serviceId', 'categoryId', 'impact', 'urgency', 'customerId', 'orgUnitId',
  'ci', 'ciId', 'location', 'teamId', 'ownerId', 'occurredAt',
]; // prettier-ignore

/** Those of a defect of software are asked in the form for it. */
const hidden = ['dedupKey', 'reproduceSteps', 'expectedResult', 'softwareVersion'];

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

const aside = (values: FormValues) => (
  <>
    <OtherForms />
    <KnownDisturbances values={values} />
    <KnownErrorsFor values={values} />
  </>
);

/** The same incident, told in another way. */
function OtherForms() {
  const t = useDeskWords();
  return (
    <Group gap="md" mb="xs">
      {(['quick', 'new-bug'] as const).map((form) => (
        <Anchor key={form} size="sm" renderRoot={(p) => <Link {...p} to={`/incidents/${form}`} />}>
          {t(form === 'quick' ? 'quick.title' : 'bug.short')}
        </Anchor>
      ))}
    </Group>
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
}
