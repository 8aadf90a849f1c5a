import { system, type Actor } from '../access/actor.ts';
import { typeNamed, type House, type Work } from '../practice/house.ts';
import { processOf } from '../process/refusal.ts';
import { blankRecord } from './act.ts';
import type { History, HistoryStep } from './history.ts';
import { customWords } from '../custom-field/values.ts';
import { newId } from './id.ts';
import type { BaseRecord } from './base.ts';
import type { RecordType } from './record.ts';
import { isOpenState, phaseOf, step, type Draft } from './step.ts';
import { insertRecords } from './store-many.ts';
import { lockRecord, updateRecord } from './store.ts';

export type { History, HistoryStep } from './history.ts';

export type Replayed = {
  readonly sourceRef: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly events: number;
  /** Why events that were not known yet could not be added: the trail is append-only. */
  readonly left?: 'import.changed_here' | 'import.older_than_known';
};

/**
 * Writes whole histories of another system's records: every event a step at its own time, marked as imported, all of a
 * record in one write. Guards are not asked, because what another system allowed has happened; the clocks are. A record
 * that is here already gets only the events that came after those it has.
 */
export async function replayHistories(
  work: Work,
  typeName: string,
  source: string,
  histories: readonly History[],
  actor: Actor,
): Promise<Replayed[]> {
  const type = typeNamed(work.house, typeName);
  const known = await knownEvents(
    work,
    type,
    source,
    histories.map((h) => h.sourceRef),
  );
  const fresh = histories.filter((h) => !known.has(h.sourceRef) && h.steps.length > 0);
  const drafts = fresh.map((history) => replay(work.house, type, source, history, actor));
  await insertRecords(
    work,
    type,
    drafts.map((draft) => ({ ...draft, before: undefined, open: isOpenState(type, draft.record.state) })),
  );
  if (fresh.length > 0) work.touched.add(type.type);
  const replayed: Replayed[] = fresh.map((h) => ({
    sourceRef: h.sourceRef,
    outcome: 'created',
    events: h.steps.length,
  }));
  for (const history of histories) {
    const before = known.get(history.sourceRef);
    if (before) replayed.push(await append(work, type, source, history, before, actor));
  }
  return replayed;
}

type Known = {
  readonly id: string;
  readonly events: ReadonlySet<string>;
  readonly last: number;
  readonly changedHere: boolean;
};

async function append(
  work: Work,
  type: RecordType,
  source: string,
  history: History,
  known: Known,
  actor: Actor,
): Promise<Replayed> {
  const { sourceRef } = history;
  const missing = history.steps.filter((s) => !known.events.has(s.event));
  if (missing.length === 0) return { sourceRef, outcome: 'unchanged', events: 0 };
  // Somebody has worked on it here since: the other system's later events would undo that.
  if (known.changedHere) return { sourceRef, outcome: 'unchanged', events: 0, left: 'import.changed_here' };
  const later = missing.filter((s) => s.at >= known.last);
  const left = later.length < missing.length ? { left: 'import.older_than_known' as const } : {};
  if (later.length === 0) return { sourceRef, outcome: 'unchanged', events: 0, ...left };
  const stored = await lockRecord(work, type, { id: known.id });
  if (!stored) throw new Error(`${type.type} ${sourceRef} is gone`);
  const draft = replay(work.house, type, source, { ...history, steps: later }, actor, {
    ...stored,
    events: [],
  });
  await updateRecord(work, type, {
    ...draft,
    before: stored.record,
    customWords: customWords(work.house.reference, type, stored.record, draft.record),
    open: isOpenState(type, draft.record.state),
  });
  work.touched.add(type.type);
  return { sourceRef, outcome: 'updated', events: later.length, ...left };
}

async function knownEvents(
  work: Work,
  type: RecordType,
  source: string,
  refs: readonly string[],
): Promise<Map<string, Known>> {
  const rows = await work.run<{ id: string; ref: string; events: string[]; last: string; here: boolean }>(
    'known_events',
    `select r.id, r.source_ref as ref, x.events, x.last, x.here
     from record r cross join lateral (
       select coalesce(array_agg(e.detail->'source'->>'event') filter (where e.channel = 'import' and e.detail->'source' ? 'event'), '{}') as events,
         max(e.at) filter (where e.channel = 'import') as last, bool_or(e.channel not in ('import', 'system')) as here
       from trail_event e where e.record_id = r.id) x
     where r.type = $1 and r.source = $2 and r.source_ref = any($3::text[])`,
    [type.type, source, refs],
  );
  return new Map(
    rows.map((r) => [
      r.ref,
      { id: r.id, events: new Set(r.events), last: Date.parse(r.last), changedHere: r.here },
    ]),
  );
}

function replay(
  house: House,
  type: RecordType,
  source: string,
  history: History,
  actor: Actor,
  before?: Draft,
): Draft {
  const first = history.steps[0];
  if (!first) throw new Error(`${history.sourceRef} has no history`);
  const opener = { ...actor, id: history.createdBy };
  const blank = {
    ...blankRecord(type, newId(first.at), first.at, opener, first.set),
    source,
    sourceRef: history.sourceRef,
  };
  let draft = before;
  for (const given of history.steps) {
    // Where a log's own clock went back, the order of its rows tells more than their minutes.
    const at = Math.max(given.at, draft ? Date.parse(draft.record.updatedAt) : given.at);
    draft = closedWhen(type, given, step(house.reference, type, draft, blank, {
      name: nameOf(type, draft?.record, given.state),
      action: { by: [], to: given.state, set: () => given.set },
      actor: { ...system('import'), id: given.actorId },
      context: { at, input: {}, facts: {}, settings: house.reference.settings, clocks: draft?.clocks ?? [] },
      detail: { source: { system: source, event: given.event, ...given.source } },
    })); // prettier-ignore
  }
  return draft as Draft;
}

/** When it was closed is the other system's to say, if it does; `step` knows only when the event was written. */
function closedWhen(type: RecordType, { set, state }: HistoryStep, draft: Draft): Draft {
  const stated = set['closedAt'];
  const event = draft.events.at(-1);
  if (
    typeof stated !== 'string' ||
    phaseOf(type, state) !== 'closed' ||
    !event ||
    draft.record.closedAt === stated
  )
    return draft;
  const was = event.changes['closedAt']?.[0] ?? null;
  return {
    ...draft,
    record: { ...draft.record, closedAt: stated },
    events: [
      ...draft.events.slice(0, -1),
      { ...event, changes: { ...event.changes, closedAt: [was, stated] } },
    ],
  };
}

/** The transition that leads there, if there is one and no other, so that an imported trail reads like ours. */
function nameOf(type: RecordType, before: BaseRecord | undefined, state: string): string {
  if (!before) return 'create';
  if (before.state === state) return 'edit';
  const names = Object.entries(processOf(type).transitions).flatMap(([name, t]) =>
    t.to === state && t.from.includes(before.state) && t.by.some((role) => role !== 'system') ? [name] : [],
  );
  return names.length === 1 && names[0] !== undefined ? names[0] : 'move';
}
