import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { typeNamed, type House } from '../practice/house.ts';
import { isBaseField, column, type RecordType } from '../record/record.ts';
import { tableOf } from '../record/store.ts';
import { featuresOf } from './features.ts';
import type { Example } from './model.ts';
import { classOf, recordedBy, type Draft, type ProposalSource, type ProposalTarget } from './proposal.ts';

/** An example whose target may have changed on the way: what it was at which time. */
export type Told = Example & { readonly moves: readonly { readonly at: number; readonly klass: string }[] };

type Row = {
  id: string;
  occurredAt: string;
  createdBy: string | null;
  source: string | null;
} & Record<string, unknown>;
type Event = {
  recordId: string;
  at: string;
  actorId: string | null;
  changes: Readonly<Record<string, readonly [unknown, unknown]>>;
};

const chunk = 500;
/** A target is decided among a record's first events, or what was known before it cannot be told. */
const firstEvents = 8;

/**
 * The newest records of which a target is decided, oldest first. Their features are what stood there when the target
 * got its first value, read from the trail: a record as it is now knows more (a title made better, a cause, a
 * resolution, a category corrected by those who solved it), and learning from that would promise what no new record
 * can keep.
 */
export async function readHistory(
  house: House,
  source: ProposalSource,
  target: ProposalTarget,
  most: number,
): Promise<Told[]> {
  const type = typeNamed(house, source.recordType);
  const told: Told[] = [];
  let before = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  while (told.length < most) {
    const read = await onConnection(house.pool, async (tx) => {
      const rows = await decided(tx, type, source, target, before);
      const ids = rows.map((row) => row.id);
      return { rows, first: await openings(tx, ids), moves: await movesOf(tx, ids, target) };
    });
    for (const row of read.rows) {
      const klass = classOf(target, row);
      if (klass === undefined) continue;
      const draft = knownThen(source, target, row, read.first.get(row.id) ?? []);
      const hashes = new Set(featuresOf(source, target, draft).map((f) => f.hash));
      told.push({
        at: Date.parse(row.occurredAt),
        hashes: Uint32Array.from(hashes),
        klass,
        moves: classesOver(target, read.moves.get(row.id) ?? []),
      });
    }
    const last = read.rows.at(-1);
    if (!last || read.rows.length < chunk) break;
    before = last.id;
  }
  return told
    .slice(0, most)
    .toReversed()
    .toSorted((a, b) => a.at - b.at);
}

const at = (field: string) => `${isBaseField(field) ? 'r' : 't'}."${column(field)}"`;

const decided = (tx: Tx, type: RecordType, source: ProposalSource, target: ProposalTarget, before: string) =>
  tx.run<Row>(
    `proposal_history_${type.type}_${target.name}`,
    `select r.id, r.occurred_at as "occurredAt", r.created_by as "createdBy", r.source,
       ${target.fields.map((field) => `${at(field)} as "${field}"`).join(', ')}
     from record r join ${tableOf(type)} t on t.id = r.id
     where r.type = '${type.type}' and r.id < $1 and r.state <> all($2::text[])
       and ${target.fields.map((field) => `${at(field)} is not null`).join(' and ')}
     order by r.id desc limit ${chunk}`,
    [before, source.without],
  );

const openings = async (tx: Tx, ids: readonly string[]) =>
  Map.groupBy(
    await tx.run<Event>(
      'proposal_openings',
      `select e.record_id as "recordId", e.at, e.actor_id as "actorId", e.changes
       from unnest($1::uuid[]) as wanted(id) cross join lateral
         (select * from trail_event where record_id = wanted.id order by seq limit ${firstEvents}) e
       order by e.record_id, e.seq`,
      [ids],
    ),
    (event) => event.recordId,
  );

const movesOf = async (tx: Tx, ids: readonly string[], target: ProposalTarget) =>
  Map.groupBy(
    await tx.run<Event>(
      'proposal_moves',
      `select e.record_id as "recordId", e.at, null::uuid as "actorId",
         (select jsonb_object_agg(k, e.changes -> k) from unnest($2::text[]) k where e.changes ? k) as changes
       from trail_event e where e.record_id = any($1::uuid[]) and e.changes ?| $2::text[] order by e.record_id, e.seq`,
      [ids, target.fields],
    ),
    (event) => event.recordId,
  );

/** The record's values when its target was decided, without the target itself. */
function knownThen(
  source: ProposalSource,
  target: ProposalTarget,
  row: Row,
  events: readonly Event[],
): Draft {
  const values: Record<string, unknown> = { [recordedBy]: events[0]?.actorId ?? row.createdBy };
  for (const { changes } of events) {
    for (const [field, [, after]] of Object.entries(changes)) if (field !== recordedBy) values[field] = after;
    if (classOf(target, values) !== undefined) break;
  }
  const hidden = new Set([
    ...target.fields,
    ...(row.source !== null && source.madeUp?.sources.includes(row.source) ? source.madeUp.texts : []),
  ]);
  return Object.fromEntries(Object.entries(values).filter(([field]) => !hidden.has(field)));
}

function classesOver(target: ProposalTarget, events: readonly Event[]) {
  const values: Record<string, unknown> = {};
  return events.flatMap((event) => {
    for (const [field, [, after]] of Object.entries(event.changes)) values[field] = after;
    const klass = classOf(target, values);
    return klass === undefined ? [] : [{ at: Date.parse(event.at), klass }];
  });
}
