import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Refs } from '../contract.ts';
import { ReferencePicker } from './ReferencePicker.tsx';

export type RowColumn = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'choice' | 'person' | 'date';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Its share of the line, and the least width in pixels. */
  readonly grow?: number;
  readonly width?: number;
};
type Item = Readonly<Record<string, unknown>>;

/** A structured field that is a list of like rows: criteria, deliverables, a checklist. */
export function Rows(props: {
  readonly label: string;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly columns: readonly RowColumn[];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly refs?: Refs | undefined;
  readonly words: { readonly add: string; readonly remove: string };
  /** What a new row begins with; without, the list is fixed and only filled in. */
  readonly blank?: Item;
  /** Further inputs below a row. */
  readonly below?: (item: Item, put: (next: Item) => void, at: number) => ReactNode;
}) {
  const { columns, value, onChange, blank, below, words } = props;
  const rows = Array.isArray(value) ? (value as readonly Item[]) : [];
  const put = (at: number, next: Item) => onChange(rows.map((row, i) => (i === at ? without({ ...row, ...next }) : row)));
  return (
    <Stack gap={8} role="group" aria-label={props.label}>
      <Text size="sm" fw={500}>{props.label}</Text>
      {props.description !== undefined && <Text size="xs" c="dimmed">{props.description}</Text>}
      {props.error !== undefined && props.error !== null && <Text size="sm" c="red" role="alert">{props.error}</Text>}
      {rows.map((row, at) => (
        // eslint-disable-next-line react/no-array-index-key -- a row is its place
        <Stack key={at} gap={6} style={{ borderTop: at === 0 ? undefined : '1px solid var(--ink-line)', paddingTop: at === 0 ? 0 : 8 }}>
          <Group gap={6} align="flex-end" wrap="wrap">
            {columns.map((column) => (
              <div key={column.key} style={{ flex: `${column.grow ?? 1} 1 ${column.width ?? 120}px`, minWidth: 0 }}>
                <Cell column={column} first={at === 0 || below !== undefined} n={at + 1} value={row[column.key]} refs={props.refs} onChange={(next) => put(at, { [column.key]: next })} />
              </div>
            ))}
            {blank !== undefined && (
              <ActionIcon mb={4} aria-label={`${words.remove} ${at + 1}`} onClick={() => onChange(rows.filter((_, i) => i !== at))}>
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            )}
          </Group>
          {below?.(row, (next) => put(at, next), at)}
        </Stack>
      ))}
      {blank !== undefined && (
        <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} style={{ alignSelf: 'start' }} onClick={() => onChange([...rows, blank])}>
          {words.add}
        </Button>
      )}
    </Stack>
  );
} // prettier-ignore

/** What was emptied is left out: a server takes no empty figure. */
const without = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && value !== null));

function Cell(props: {
  readonly column: RowColumn;
  readonly first: boolean;
  readonly n: number;
  readonly value: unknown;
  readonly refs: Refs | undefined;
  readonly onChange: (value: unknown) => void;
}) {
  const { column, first, n, value, refs, onChange } = props;
  const named = { label: first ? column.label : undefined, 'aria-label': `${column.label} ${n}` };
  switch (column.kind) {
    case 'number':
      return <NumberInput {...named} value={typeof value === 'number' ? value : ''} onChange={(next) => onChange(typeof next === 'number' ? next : null)} />;
    case 'choice':
      return <Select {...named} allowDeselect={false} data={[...(column.options ?? [])]} value={typeof value === 'string' ? value : null} onChange={onChange} />;
    case 'person':
      return <ReferencePicker to={['person']} label={first ? column.label : undefined} ariaLabel={`${column.label} ${n}`} refs={refs} value={typeof value === 'string' ? value : null} onChange={onChange} />;
    default:
      return <TextInput {...named} {...(column.kind === 'date' ? { type: 'date' } : {})} value={typeof value === 'string' ? value : ''} onChange={(e) => onChange(e.currentTarget.value === '' && column.kind === 'date' ? null : e.currentTarget.value)} />;
  }
} // prettier-ignore
