import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMe } from '../../../kernel/web/queries.ts';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useDeskWords } from './desk.web.ts';

const wide = ['title', 'reproduceSteps', 'expectedResult', 'symptom'];
const order = [
  ...wide,
  'softwareVersion',
  'serviceId',
  'categoryId',
  'requesterId',
  'channel',
  'impact',
  'urgency',
];
const hidden = [
  'dedupKey',
  'customerId',
  'orgUnitId',
  'ci',
  'location',
  'occurredAt',
  'security',
  'orgUnitId',
];

/** 107: a defect as customer service takes it, so told that the developers see it happen themselves. */
export default function BugForm() {
  const me = useMe();
  const t = useDeskWords();
  return (
    <RecordForm
      type="incident"
      title={t('bug.title')}
      hint={t('bug.hint')}
      order={order}
      hidden={hidden}
      initial={{ channel: 'phone', requesterId: me.person.id }}
      arrange={arrange}
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
}
