import { notFound, Problem } from '../../platform/http/problem.ts';
import { mayAct, mayView } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { clocksWithout } from '../clock/from-trail.ts';
import { nextDue } from '../clock/apply.ts';
import type { ClockRow } from '../clock/clock.store.ts';
import { customPrefix } from '../custom-field/nested.ts';
import { customWords } from '../custom-field/values.ts';
import type { Notice } from '../notification/notice.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { no, type Refusal } from '../process/process.ts';
import { actionOf, notYourRole, rolesFor } from '../process/refusal.ts';
import type { Changes, TrailEvent } from '../trail/event.ts';
import { problemOf } from './act.ts';
import type { BaseRecord } from './base.ts';
import type { Acted, Named } from './named.ts';
import type { RecordType } from './record.ts';
import { isOpenState } from './step.ts';
import { lockRecord, updateRecord, type Stored } from './store.ts';

/** A slip is noticed at once; later others have read it, and it is put right by an act of its own. */
const undoMs = 30_000;

type Done = Pick<TrailEvent, 'at' | 'action' | 'fromState' | 'toState' | 'actorId' | 'changes' | 'detail'> & {
  readonly seq: number;
};

/**
 * Takes the last act back: the record is as it was before, its clocks count as if the act had never been, and the trail
 * keeps both. `version` is what the act left, so that never another act than the one meant is undone. Throws a Problem:
 * 404 unseen, 403 not your role, 409 not reversible, not yours, too late or told outside, 412 changed meanwhile.
 */
export async function undo(work: Work, named: Named, actor: Actor, version: number): Promise<Acted> {
  const { house } = work;
  const type = typeNamed(house, named.type);
  const stored = await lockRecord(work, type, named);
  if (!stored || !mayView(type.access, actor, stored.record))
    throw notFound(type.type, 'id' in named ? named.id : named.number);
  if (stored.record.version !== version)
    throw new Problem(412, 'problem.changed_meanwhile', { version: stored.record.version });
  const done = await lastEvent(work, stored.record.id);
  const refused = done
    ? (refusal(type, stored, actor, done, house.now()) ?? (await toldOutside(work, stored.record, done)))
    : no('undo.nothing');
  if (refused || !done) throw problemOf(refused ?? no('undo.nothing'));
  const record = before(stored.record, done, house.now());
  const clocks = await clocksWithout(work, house.reference, type, record.id, done.seq);
  const lost = clocks.find((clock) => clock.breachedAt === null && breachedIn(stored.clocks, clock.name));
  if (lost) throw problemOf(no('undo.promise_broken', { clock: `@${type.type}.clock.${lost.name}` }));
  const restored = { ...record, nextDue: nextDue(clocks) };
  await updateRecord(work, type, {
    record: restored,
    before: stored.record,
    customWords: customWords(house.reference, type, stored.record, restored),
    open: isOpenState(type, restored.state),
    clocks,
    events: [eventOf(type, stored.record, restored, actor, done)],
  });
  work.touched.add(type.type);
  return { record: restored };
}

const breachedIn = (clocks: readonly ClockRow[], name: string) =>
  clocks.some((clock) => clock.name === name && clock.breachedAt !== null);

async function lastEvent(work: Work, recordId: string): Promise<Done | undefined> {
  const [event] = await work.run<Done>(
    'last_event',
    `select seq, at, action, from_state as "fromState", to_state as "toState", actor_id as "actorId", changes, detail
     from trail_event where record_id = $1 order by seq desc limit 1`,
    [recordId],
  );
  return event;
}

function refusal(
  type: RecordType,
  { record }: Stored,
  actor: Actor,
  done: Done,
  now: number,
): Refusal | undefined {
  const action = actionOf(type, done.action);
  if (!action?.reversible) return no('undo.not_reversible', { action: actionKey(type, done.action) });
  if (done.actorId === null || done.actorId !== actor.id) return no('undo.not_yours');
  if (!mayAct(type.access, actor, rolesFor(type, action), record)) return notYourRole(type, action);
  if (done.detail?.['secondPerson'] !== undefined) return no('undo.two_agreed');
  if (done.detail?.['public'] === true) return no('undo.told_outside');
  return now - Date.parse(done.at) > undoMs ? no('undo.too_late', { seconds: undoMs / 1000 }) : undefined;
}

const actionKey = (type: RecordType, action: string) => `@${type.type}.action.${action}`;

/** A rule on events may have told somebody what no act says by itself; what was read outside is not unread. */
async function toldOutside(
  work: Work,
  record: BaseRecord,
  { seq, action }: Done,
): Promise<Refusal | undefined> {
  const told = await work.run<{ kind: string }>(
    'told_since',
    `select distinct n.kind from notification n join person p on p.id = n.person_id
     where n.txid >= (select max(txid) from trail_event where record_id = $1 and seq = $2) and n.record_id = $1
       and (p.kind <> 'staff' or n.person_id = $3)`,
    [record.id, seq, record.requesterId],
  );
  // Notices are written a moment later: that of an earlier act, such as the receipt of the report, is not this one's.
  const ofThis = ({ kind }: { kind: string }) => {
    const notice: Notice | undefined = work.house.notices.get(kind);
    return notice?.on === undefined || [notice.on.action].flat().includes(action);
  };
  return told.some(ofThis) ? no('undo.told_outside') : undefined;
}

/** As it was before the act: every change is written as [before, after]. */
function before(record: BaseRecord, { changes, fromState }: Done, now: number): BaseRecord {
  const was = Object.entries(changes).map(([field, [value]]) => [field, value] as const);
  const own = was.filter(([field]) => field.startsWith(customPrefix));
  const custom = { ...record.custom, ...Object.fromEntries(own.map(([k, v]) => [k.slice(customPrefix.length), v])) };
  const kept = Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== null));
  return {
    ...record,
    ...Object.fromEntries(was.filter(([field]) => !field.startsWith(customPrefix))),
    custom: own.length === 0 ? record.custom : Object.keys(kept).length === 0 ? null : kept,
    state: fromState ?? record.state,
    version: record.version + 1,
    updatedAt: new Date(now).toISOString(),
  };
} // prettier-ignore

function eventOf(type: RecordType, from: BaseRecord, to: BaseRecord, actor: Actor, done: Done): TrailEvent {
  const reversed: Changes = Object.fromEntries(
    Object.entries(done.changes).map(([field, [was, became]]) => [field, [became, was] as const]),
  );
  return {
    at: to.updatedAt,
    recordId: to.id,
    recordType: type.type,
    version: to.version,
    action: 'undo',
    fromState: from.state,
    toState: to.state === from.state ? null : to.state,
    actorId: actor.id,
    channel: actor.channel,
    reason: null,
    changes: reversed,
    detail: { undoes: done.seq, undone: done.action },
  };
}
