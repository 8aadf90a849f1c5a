/** A figure and how it is to be written. */
export type Cell =
  | { readonly as: 'text'; readonly value: string }
  | { readonly as: 'number' | 'share'; readonly value: number };
type ReportRow = { readonly head: readonly string[]; readonly cells: readonly Cell[] };
export type ReportBlock =
  | { readonly kind: 'single'; readonly value: Cell }
  /** `columns` are keys of words; none where a row has but one figure. */
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly ReportRow[] };

/** `incidents_reopened(final reopen_count>0)` as a key that a dictionary can have. */
export const plainKey = (key: string) => key.replaceAll(/[^a-zA-Z0-9]+/g, '_').replaceAll(/^_|_$/g, '');

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const number = (value: number): Cell => ({ as: 'number', value });
const text = (value: unknown): Cell => ({
  as: 'text',
  value:
    typeof value === 'string' ? value : value === null || value === undefined ? '—' : JSON.stringify(value),
});
const cell = (value: unknown): Cell => (typeof value === 'number' ? number(value) : text(value));

/** An importer's report is JSON of its own shape; these are the shapes that such reports are made of. */
export function blockOf(key: string, value: unknown): ReportBlock {
  if (typeof value === 'number')
    return { kind: 'single', value: { as: /share/.test(key) ? 'share' : 'number', value } };
  if (Array.isArray(value)) return listBlock(value);
  if (!isTable(value)) return { kind: 'single', value: text(value) };
  const entries = Object.entries(value);
  const parts = entries.map(([, part]) => part);
  if (parts.length > 0 && parts.every(isTable)) return columnBlock(entries);
  if (parts.length > 0 && parts.every(isPart)) {
    const rows = entries.map(([name, part]) => ofWhole(name, part as readonly [number, number]));
    return { kind: 'table', columns: ['part', 'whole', 'share'], rows: inOrder(rows) };
  }
  const rows = entries.map(([name, part]) => ({ head: name.split('|'), cells: [cell(part)] }));
  return { kind: 'table', columns: [], rows: inOrder(rows) };
}

/** `[12, 15]`: 12 of 15. */
const isPart = (value: unknown) =>
  Array.isArray(value) && value.length === 2 && value.every((v) => typeof v === 'number');
const ofWhole = (name: string, [part, whole]: readonly [number, number]): ReportRow => ({
  head: name.split('|'),
  cells: [number(part), number(whole), whole === 0 ? text(null) : { as: 'share', value: part / whole }],
});

function columnBlock(entries: readonly (readonly [string, unknown])[]): ReportBlock {
  const tables = entries.flatMap(([name, part]) => (isTable(part) ? [{ name, part }] : []));
  const columns = [...new Set(tables.flatMap(({ part }) => Object.keys(part)))];
  return {
    kind: 'table',
    columns,
    rows: tables.map(({ name, part }) => ({ head: [name], cells: columns.map((c) => cell(part[c])) })),
  };
}

/** `[['Phone', 12], …]` or `[['New', 'Active', 12], …]`; else a few values, such as the first and the last day. */
function listBlock(values: readonly unknown[]): ReportBlock {
  const rows = values.filter((v): v is readonly unknown[] => Array.isArray(v));
  if (rows.length < values.length || rows.length === 0)
    return { kind: 'single', value: text(values.map((v) => text(v).value).join(' – ')) };
  return {
    kind: 'table',
    columns: [],
    rows: rows.map((row) => ({ head: row.slice(0, -1).map(String), cells: [cell(row.at(-1))] })),
  };
}

/** Months and levels by their names, anything else the most frequent first. */
function inOrder(rows: readonly ReportRow[]): readonly ReportRow[] {
  const named = rows.every(({ head }) => /^\d/.test(head[0] ?? ''));
  const size = ({ cells: [first] }: ReportRow) => (first && first.as !== 'text' ? first.value : 0);
  return rows.toSorted((a, b) =>
    named ? a.head.join().localeCompare(b.head.join(), 'en', { numeric: true }) : size(b) - size(a),
  );
}
