import { Group, Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MetaField, MetaType, Whole } from '../../../kernel/web/contract.ts';
import { Details } from '../../../kernel/web/record/Details.tsx';
import { overrides } from './overrides.tsx';

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

/** Some fields of the record, each edited where it stands as long as the server allows. */
export function Fields({
  meta,
  record,
  names,
}: {
  readonly meta: MetaType;
  readonly record: Whole;
  readonly names: readonly string[];
}) {
  const rank = new Map(names.map((name, at) => [name, at]));
  const ordered = {
    ...meta,
    fields: [...meta.fields].sort((a, b) => (rank.get(a.key) ?? 99) - (rank.get(b.key) ?? 99)),
  };
  const only = (field: MetaField) => rank.has(field.key);
  return <Details meta={ordered} record={record} overrides={overrides} only={only} />;
}
