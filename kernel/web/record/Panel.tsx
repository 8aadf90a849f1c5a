import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MetaField, MetaType, Whole } from '../contract.ts';
import type { FieldOverrides } from '../field/override.ts';
import { Details } from './Details.tsx';

/** One section of a record page, with its title and what stands beside it. */
export function Panel(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-label={props.title}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} size="h5">
          {props.title}
        </Title>
        {props.aside}
      </Group>
      {props.children}
    </Paper>
  );
}

/** Some fields of the record in this order, each edited where it stands as long as the server allows. */
export function Fields({
  meta,
  record,
  names,
  overrides,
}: {
  readonly meta: MetaType;
  readonly record: Whole;
  readonly names: readonly string[];
  readonly overrides: FieldOverrides;
}) {
  const rank = new Map(names.map((name, at) => [name, at]));
  const ordered = {
    ...meta,
    fields: [...meta.fields].sort((a, b) => (rank.get(a.key) ?? 99) - (rank.get(b.key) ?? 99)),
  };
  const only = (field: MetaField) => rank.has(field.key);
  return <Details meta={ordered} record={record} overrides={overrides} only={only} />;
}
