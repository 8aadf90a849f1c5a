import { wordRoot } from '../../platform/i18n/words.ts';
import { Buffer } from 'node:buffer';
import { sql } from 'kysely';
import { stringify } from 'csv-stringify/sync';
import { onConnection } from '../../platform/db/tx.ts';
import type { Actor, Language } from '../access/actor.ts';
import { fieldLabel, firstWords, optionLabel, spaced, type Words } from '../import/labels.ts';
import type { House } from '../practice/house.ts';
import type { BaseRecord } from './base.ts';
import { customFieldsOf } from '../custom-field/custom-field.snapshot.ts';
import { customPrefix } from '../custom-field/nested.ts';
import { customName, customReferences, fieldOf, valuesOf } from '../custom-field/values.ts';
import { conditions, type ListQuery } from './list.ts';
import { inLanguage } from './local-title.ts';
import { untold } from './outside.ts';
import { referencesOf, type References } from './present.ts';
import { allFields, type RecordType } from './record.ts';
import { minorDigits } from './money.ts';
import { selectList, tableOf } from './store.ts';
import { asText } from './text.ts';
import { xlsxBytes, type Cell } from './xlsx-writer.ts';

export type ExportFormat = 'csv' | 'xlsx';
export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const rowsAtOnce = 1000;

type Column = {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  /** Of a custom choice, what its options are called. */
  readonly options?: Readonly<Record<string, string>>;
};

/**
 * Everything this actor may see of a list, as a file, in their language. Rows are read in small batches by id, so that
 * a million of them take no more memory than a thousand, and no transaction stays open while a slow reader reads.
 */
export function exportBytes(
  house: House,
  type: RecordType,
  actor: Actor,
  filters: ListQuery['filters'],
  format: ExportFormat,
  words: Words,
): AsyncIterable<Buffer> {
  const hidden = untold(type, actor);
  const columns = [
    ...columnsOf(type, actor.language, words).filter(({ key }) => !hidden.includes(key)),
    ...(hidden.includes('custom') ? [] : customColumns(house, type, actor.language)),
  ];
  const header = columns.map((column) => column.label);
  const rows = cellsOf(house, type, actor, filters, columns, words);
  if (format === 'csv') return csvBytes(header, rows);
  return xlsxBytes(
    header,
    rows,
    firstWords(words, [`${type.type}.plural`], actor.language) ?? spaced(type.plural),
  );
}

/** Rows as a spreadsheet opens them: its mark, its line ends, and nothing that it would take for a formula. */
export async function* csvBytes(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncIterable<Buffer> {
  // The mark tells Excel that it is UTF-8.
  let waiting = `\uFEFF${stringify([header.map((cell) => harmless(cell))], { record_delimiter: 'windows' })}`;
  let batch: string[][] = [];
  for await (const row of rows) {
    batch.push(row.map(csvCell));
    if (batch.length < 500) continue;
    yield Buffer.from(waiting + stringify(batch, { record_delimiter: 'windows' }));
    waiting = '';
    batch = [];
  }
  yield Buffer.from(waiting + stringify(batch, { record_delimiter: 'windows' }));
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().replace('.000Z', 'Z');
  return typeof cell === 'string' ? harmless(cell) : String(cell);
}

/** A spreadsheet runs what begins like a formula, also when a stranger wrote it into an incident. */
export const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const bookkeeping: readonly { readonly key: string; readonly kind: string }[] = [
  { key: 'createdAt', kind: 'instant' },
  { key: 'updatedAt', kind: 'instant' },
  { key: 'closedAt', kind: 'instant' },
  { key: 'nextDue', kind: 'instant' },
  { key: 'createdBy', kind: 'reference' },
  { key: 'source', kind: 'text' },
  { key: 'sourceRef', kind: 'text' },
];

/** What lists show first, then every other field. */
function columnsOf(type: RecordType, language: Language, words: Words): Column[] {
  const fields = allFields(type);
  const kinds = new Map([
    ...Object.entries(fields).map(([key, { about }]): [string, string] => [key, about.kind]),
    ...bookkeeping.map(({ key, kind }): [string, string] => [key, kind]),
  ]);
  const first = ['number', 'state', ...type.list].filter(
    (key) => key === 'number' || key === 'state' || kinds.has(key),
  );
  return [...new Set([...first, ...kinds.keys()])].map((key) => {
    const money = fields[key]?.about.money === true;
    const kind = money ? 'money' : (kinds.get(key) ?? (key === 'state' ? 'state' : 'text'));
    return {
      key,
      kind,
      label: `${fieldLabel(words, type.type, key, language)}${kind === 'instant' ? ' (UTC)' : ''}`,
    };
  });
}

/** Those no longer used too: their values are still there. */
const customColumns = (house: House, type: RecordType, language: Language): Column[] =>
  customFieldsOf(house.reference, type).map((field) => ({
    key: customName(field),
    label: field.label[language],
    kind: fieldOf(field).about.kind,
    options: Object.fromEntries(field.options.map((o) => [o.value, o.label[language]])),
  }));

async function* cellsOf(
  house: House,
  type: RecordType,
  actor: Actor,
  filters: ListQuery['filters'],
  columns: readonly Column[],
  words: Words,
): AsyncIterable<readonly Cell[]> {
  const say = (column: Column, value: unknown) => textOf(type, column, value, actor.language, words);
  for (let after: string | undefined; ;) {
    const { items, refs } = await onConnection(house.pool, async (tx) => {
      const place = after === undefined ? sql<boolean>`true` : sql<boolean>`r.id > ${after}::uuid`;
      const { rows } = await sql<BaseRecord>`
        select ${sql.raw(selectList(type))} from record r join ${sql.raw(tableOf(type))} t on t.id = r.id
        where ${conditions(house, type, actor, filters)} and ${place} order by r.id limit ${rowsAtOnce}`.execute(
        tx.db,
      );
      return {
        items: rows,
        refs: await inLanguage(
          tx,
          house,
          await referencesOf(tx, type, rows, customReferences(house.reference, type, rows)),
          actor.language,
        ),
      };
    });
    for (const item of items) {
      const values = item as unknown as Record<string, unknown>;
      const own = valuesOf(item);
      yield columns.map((column) => {
        const { key } = column;
        const value = key.startsWith(customPrefix) ? own[key.slice(customPrefix.length)] : values[key];
        if (column.kind === 'money' && typeof value === 'number')
          return value / 10 ** minorDigits(asText(values['currency']));
        return cellOf(column, value, refs, say);
      });
    }
    const last = items.at(-1);
    if (!last || items.length < rowsAtOnce) return;
    after = last.id;
  }
}

function cellOf(
  column: Column,
  value: unknown,
  refs: References,
  say: (column: Column, value: unknown) => string,
): Cell {
  if (value === null || value === undefined) return null;
  switch (column.kind) {
    case 'instant':
      return new Date(value as string);
    case 'reference':
      return named(refs, value);
    case 'references':
      return (value as readonly unknown[]).map((id) => named(refs, id)).join('; ');
    case 'structure':
      return JSON.stringify(value);
    case 'integer':
    case 'number':
      return Number(value);
    case 'choices':
      return (value as readonly unknown[]).map((one) => say(column, one)).join('; ');
    case 'boolean':
    case 'choice':
    case 'state':
      return say(column, value);
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/** The number finds it again, the title says who it is. */
const named = (refs: References, id: unknown) => {
  const found = refs[String(id)];
  return found ? `${found.number} ${found.title}` : String(id);
};

function textOf(
  type: RecordType,
  { key, kind, options }: Column,
  value: unknown,
  language: Language,
  words: Words,
): string {
  if (options && kind !== 'boolean') return options[String(value)] ?? String(value);
  if (kind === 'boolean')
    return firstWords(words, [value === true ? 'ui.yes' : 'ui.no'], language) ?? String(value);
  if (kind === 'state')
    return (
      firstWords(
        words,
        [`${wordRoot(type.type)}.state.${String(value)}`, `record.state.${String(value)}`],
        language,
      ) ?? String(value)
    );
  return optionLabel(words, type.type, key, value as string | number, language) ?? String(value);
}
