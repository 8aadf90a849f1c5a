import { Buffer } from 'node:buffer';
import type { BookEntry } from '../../platform/paper/book.ts';
import { printBook } from '../../platform/paper/press.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { referencesTo, type References } from '../../kernel/record/present.ts';
import { allFields } from '../../kernel/record/record.ts';
import { wordRoot } from '../../platform/i18n/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { aroundOf, type Around } from './pack.records.ts';
import { customOf, moment, shown, valueOf, type Reading } from './pack.values.ts';

/** What stands on each of its pages. */
export type Binding = {
  readonly pack: { readonly number: string; readonly title: string };
  readonly organisation: string;
  /** The instant of which its data are. */
  readonly at: string;
};

/** Longer texts are cut: they are complete in the JSON, and one record must not be a book. */
const mostText = 4000;
/** Of one record's history, comments or files. */
const mostRows = 150;
const wideText = 40;

/** Records to be read on paper, one after another, as one PDF. With `history` also what the trail says of each. */
export async function papersOf(
  tx: Tx,
  reading: Reading,
  rows: readonly BaseRecord[],
  binding: Binding,
  title: string,
  history = false,
): Promise<Buffer> {
  const { say } = reading;
  const ids = rows.map(({ id }) => id);
  const around = new Map((await aroundOf(tx, ids)).map((one) => [one.id, one]));
  const events = history ? await historyOf(tx, ids) : [];
  const people = new Set([
    ...around.values().flatMap(({ comments }) => comments.flatMap(({ authorId }) => authorId ?? [])),
    ...events.flatMap(({ actorId, changes }) => [actorId ?? [], idsIn(changes)].flat()),
  ]);
  const refs = { ...reading.refs, ...(await referencesTo(tx, people)) };
  const known = { ...reading, refs };
  const entries = rows.map((row) => entryOf(known, row, around.get(row.id), events.filter((event) => event.recordId === row.id)));
  const { pdf } = await printBook({
    language: say.language,
    title,
    publisher: binding.organisation,
    header: { left: title, right: binding.organisation },
    footer: say.text('evidence_pack.paper.footer', { pack: binding.pack.number, at: moment(binding.at) }),
    at: Date.parse(binding.at),
    entries,
  });
  return Buffer.from(pdf ?? []);
} // prettier-ignore

const besides = ['createdAt', 'createdBy', 'updatedAt', 'closedAt', 'source', 'sourceRef'];
/** They stand in the heading. */
const above = new Set(['number', 'title', 'state']);

function entryOf(
  reading: Reading,
  row: BaseRecord,
  around: Around | undefined,
  events: readonly Happened[],
): BookEntry {
  const { type, say } = reading;
  const fields = allFields(type);
  const keys = [...new Set([...type.list, ...Object.keys(fields), ...besides])].filter((key) => !above.has(key));
  const facts: [string, string][] = [];
  const texts: [string, string][] = [];
  const put = (name: string, value: string, long: boolean) => {
    if (value === '') return;
    const cut = value.length > mostText ? `${value.slice(0, mostText)} ${say.text('evidence_pack.paper.cut')}` : value;
    (long || cut.length > wideText ? texts : facts).push([name, cut]);
  };
  for (const key of keys) {
    const value = shown(reading, key, valueOf(row, key), valueOf(row, 'currency'));
    put(say.field(type.type, key), value, fields[key]?.about.kind === 'longtext');
  }
  for (const [name, value] of customOf(reading, row)) put(name, value, false);
  return {
    title: `${row.number}  ${row.title}`,
    aside: say.state(type.type, row.state),
    facts,
    texts,
    tables: [...aroundTables(reading, around), ...historyTable(reading, events)],
  };
} // prettier-ignore

type Table = BookEntry['tables'][number];

function aroundTables({ type, refs, say }: Reading, around: Around | undefined): Table[] {
  if (!around) return [];
  const word = (key: string) => say.text(`evidence_pack.paper.${key}`);
  const table = (title: string, columns: readonly (readonly [string, number])[], rows: readonly string[][]): Table[] =>
    rows.length === 0 ? [] : [{ title: word(title), head: columns.map(([key]) => word(key)), shares: columns.map(([, share]) => share), rows: rows.slice(0, mostRows) }];
  const hours = (ms: number | null) => (ms === null ? '' : (ms / 3_600_000).toFixed(2));
  const instant = (text: string | null) => (text === null ? '' : moment(text));
  const who = (id: string | null) => (id === null ? say.first(['timeline.software'], '') : (refs[id]?.title ?? ''));
  return [
    ...table('promises', [['promise', 0.28], ['target', 0.12], ['used', 0.12], ['due', 0.24], ['broken', 0.24]],
      around.clocks.map((clock) => [say.first([`${wordRoot(type.type)}.clock.${clock.name}`, `clock.name.${clock.name}`], clock.name), hours(clock.targetMs), hours(clock.elapsedMs), instant(clock.dueAt), instant(clock.breachedAt)])),
    ...table('comments', [['at', 0.2], ['who', 0.18], ['said', 0.62]],
      around.comments.map(({ at, authorId, body }) => [instant(at), who(authorId), body.slice(0, mostText)])),
    ...table('links', [['how', 0.3], ['to', 0.7]], around.links.map(({ kind, to }) => [say.first([`link.kind.${kind}`, `links.kind.${kind}`], kind), to])),
    ...table('files', [['file', 0.38], ['size', 0.14], ['hash', 0.48]], around.attachments.map(({ name, size, sha256 }) => [name, String(size), sha256])),
  ];
} // prettier-ignore

type Happened = {
  readonly recordId: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly channel: string;
  readonly action: string;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
};

const historyOf = (tx: Tx, ids: readonly string[]) =>
  tx.run<Happened>(
    'pack_history',
    `select record_id as "recordId", to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, actor_id as "actorId",
       channel, action, to_state as "toState", reason, changes
     from trail_event where record_id = any($1::uuid[]) order by record_id, seq`,
    [ids],
  );

const idsIn = (changes: Happened['changes']): string[] =>
  Object.values(changes).flatMap((pair) =>
    [pair].flat(3).filter((one): one is string => typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one)),
  ); // prettier-ignore

function historyTable(reading: Reading, events: readonly Happened[]): Table[] {
  const { type, refs, say } = reading;
  if (events.length === 0) return [];
  const word = (key: string) => say.text(`evidence_pack.paper.${key}`);
  const value = (key: string, one: unknown) => shorter(shown(reading, key, one)) || '–';
  const rows = events.slice(0, mostRows).map(({ at, actorId, channel, action, toState, reason, changes }) => {
    const person: References[string] | undefined = actorId === null ? undefined : refs[actorId];
    const did = say.first([`${wordRoot(type.type)}.action.${action}`, `record.action.${action}`], action);
    const changed = Object.entries(changes)
      .filter(([key]) => key !== 'state')
      .map(([key, [before, after]]) => `${say.field(type.type, key)}: ${before === null || before === undefined ? '' : `${value(key, before)} → `}${value(key, after)}`);
    return [
      moment(at),
      person?.title ?? say.first([`channel.${channel}`], channel),
      toState === null ? did : `${did} → ${say.state(type.type, toState)}`,
      [...changed, ...(reason === null ? [] : [reason])].join('\n'),
    ];
  });
  return [{ title: word('history'), head: ['at', 'who', 'did', 'changed'].map(word), shares: [0.17, 0.15, 0.2, 0.48], rows }];
} // prettier-ignore

const shorter = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
