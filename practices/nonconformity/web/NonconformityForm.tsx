import { SimpleGrid } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { requirementField } from '../../../kernel/web/field/RequirementInput.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import { useMe } from '../../../kernel/web/queries.ts';
import { NonconformityGuidance } from './NonconformityGuidance.tsx';

const order = [
  'title',
  'description',
  'requirement',
  'ownRule',
  'grade',
  'ownerId',
  'sourceId',
  'sourceNote',
  'origin',
  'serviceId',
  'orgUnitId',
];
const wide = ['title', 'description', 'requirement', 'ownRule'];
const overrides = { requirement: requirementField };

const guidance = () => <NonconformityGuidance />;

/** From any record in one step: `?sourceId=…&title=…`. */
export default function NonconformityForm() {
  const me = useMe();
  const { sourceId }: { sourceId?: string } = useSearch({ strict: false });
  return (
    <RecordForm
      type="nonconformity"
      order={order}
      overrides={overrides}
      arrange={arrange}
      initial={{ ownerId: me.person.id }}
      // What kind of source a record is, the server knows.
      hidden={sourceId === undefined ? [] : ['origin', 'sourceNote']}
      aside={guidance}
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
} // prettier-ignore
