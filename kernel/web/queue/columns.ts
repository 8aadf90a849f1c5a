import { useLocalStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import { customPrefix } from '../../custom-field/nested.ts';
import type { MetaField, MetaType } from '../contract.ts';
import type { QueueQuery } from './query.ts';

export type Column = {
  readonly key: string;
  readonly field: MetaField | undefined;
  readonly width: number | undefined;
};

const always = ['number', 'title'] as const;
const base: readonly MetaField[] = [
  { key: 'number', kind: 'text' },
  { key: 'title', kind: 'text' },
  { key: 'state', kind: 'choice' },
  { key: 'nextDue', kind: 'instant' },
  { key: 'createdAt', kind: 'instant' },
  { key: 'updatedAt', kind: 'instant' },
  { key: 'closedAt', kind: 'instant' },
];
const widths: Readonly<Record<string, number>> = {
  number: 100,
  state: 182,
  priority: 108,
  nextDue: 190,
  ownerId: 110,
  teamId: 122,
  serviceId: 122,
};
const byKind: Readonly<Record<string, number>> = {
  instant: 124,
  date: 112,
  reference: 130,
  integer: 90,
  number: 90,
  choices: 190,
  boolean: 80,
  references: 190,
};
/** Sorting needs an index; these have one. */
export const sortable: ReadonlyMap<string, string> = new Map([
  ['nextDue', 'nextDue'],
  ['createdAt', 'createdAt'],
  ['updatedAt', 'updatedAt'],
  ['number', 'number'],
  // By priority, and of one priority what is due first: of what is open.
  ['priority', 'urgency'],
]);

/** Every column a list may show. */
export function columnsOf(meta: MetaType): readonly Column[] {
  const own = meta.fields.filter((f) => f.kind !== 'longtext' && f.kind !== 'structure');
  const clocks = meta.clocks.length > 0;
  const all = [
    ...base.filter((b) => (b.key !== 'nextDue' || clocks) && !own.some((f) => f.key === b.key)),
    ...own,
  ];
  const first = ['number', 'title', 'state'];
  const at = (key: string) => (first.includes(key) ? first.indexOf(key) : first.length);
  return all
    .sort((a, b) => at(a.key) - at(b.key))
    .map((field) => ({
      key: field.key,
      field,
      width: field.key === 'title' ? undefined : (widths[field.key] ?? byKind[field.kind] ?? 150),
    }));
}

/** What the organisation wants shown of its own fields, whichever columns a practice begins with. */
const ownColumns = (meta: MetaType) => meta.list.filter((key) => key.startsWith(customPrefix));

/** The chosen columns: the address's, else what this reader last chose here, else the standard ones. */
export function useColumns(
  meta: MetaType,
  query: QueueQuery,
  standard: readonly string[] = ['state', ...meta.list],
) {
  const [kept, keep] = useLocalStorage<readonly string[] | null>({
    key: `servanda.columns.${meta.type}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const all = useMemo(() => columnsOf(meta), [meta]);
  const inAddress = query.search['columns']?.split(',');
  const wanted = [...new Set([...always, ...(inAddress ?? kept ?? [...standard, ...ownColumns(meta)])])];
  const names = wanted.join(',');
  // The same columns as before, or every cell of the list is drawn again with every key that is pressed.
  const shown = useMemo(
    () => names.split(',').flatMap((key) => all.find((c) => c.key === key) ?? []),
    [names, all],
  );
  return {
    all,
    shown,
    isAlways: (key: string) => always.some((a) => a === key),
    choose: (next: readonly string[]) => {
      keep(next);
      query.set({ columns: next.join(',') });
    },
    reset: () => {
      keep(null);
      query.set({ columns: undefined });
    },
  };
}
export type Columns = ReturnType<typeof useColumns>;
