import { conflict, notFound } from '../../platform/http/problem.ts';
import type { Actor } from '../access/actor.ts';
import { typeNamed, type House, type Work } from '../practice/house.ts';
import { profile } from '../practice/settings.ts';
import type { Action, Context } from '../process/process.ts';
import { refusal } from '../process/refusal.ts';
import type { Acted, Named } from '../record/named.ts';
import { newId } from '../record/id.ts';
import type { BaseRecord } from '../record/base.ts';
import type { RecordType } from '../record/record.ts';
import { lockRecord, type Stored } from '../record/store.ts';
import { appendEvent } from '../trail/append.ts';

/**
 * S6 (processes.md 0.3): a priority override, a pause or a cancellation after breach is asked for by one person and
 * confirmed by another. In profile S, where there may be only one person, it is done at once and the exception is
 * recorded for top management's weekly look.
 */
export const secondPersonNeeded = (
  house: House,
  action: Omit<Action<BaseRecord>, 'from'>,
  record: BaseRecord,
  actor: Actor,
  context: Context,
): boolean =>
  action.secondPerson?.(record, actor, context) === true &&
  house.reference.settings.get(profile).value !== 'S';

/** Was this act done by one person only because the profile allows it? */
export const isSodException = (
  house: House,
  action: Omit<Action<BaseRecord>, 'from'>,
  record: BaseRecord,
  actor: Actor,
  context: Context,
) =>
  action.secondPerson?.(record, actor, context) === true &&
  house.reference.settings.get(profile).value === 'S';

/** Keeps the act until a second person confirms it. The record does not move; the trail says who asked for what. */
export async function askSecondPerson(
  work: Work,
  type: RecordType,
  stored: Stored,
  action: string,
  actor: Actor,
  input: unknown,
  context: Context,
): Promise<Acted> {
  const { record } = stored;
  const asked = await work.run(
    'pending_same',
    `select 1 from pending_act where record_id = $1 and action = $2 and state = 'pending'`,
    [record.id, action],
  );
  if (asked.length > 0) throw conflict('problem.already_pending', { action });
  const id = newId(context.at);
  await work.run(
    'ask_second_person',
    'insert into pending_act (id, record_id, action, input, requested_by, requested_at) values ($1, $2, $3, $4, $5, $6)',
    [id, record.id, action, JSON.stringify(input), actor.id, new Date(context.at).toISOString()],
  );
  await appendEvent(work, type, record, 'ask_second_person', actor, {
    at: context.at,
    detail: { pending: id, asked: action },
  });
  work.touched.add(type.type);
  return { record, pending: id };
}

type Pending = { id: string; action: string; input: unknown; requested_by: string | null };

/** Confirms or declines. Whoever asked may not confirm; a confirmed act runs as `act` would, by the confirmer. */
export async function decideSecondPerson(
  work: Work,
  named: Named,
  pendingId: string,
  decision: 'confirm' | 'decline',
  actor: Actor,
  run: (pending: Pending) => Promise<Acted>,
): Promise<Acted> {
  const type = typeNamed(work.house, named.type);
  const stored = await lockRecord(work, type, named);
  const [pending] = stored
    ? await work.run<Pending>(
        'pending_by_id',
        `select id, action, input, requested_by from pending_act where id = $1 and record_id = $2 and state = 'pending' for update`,
        [pendingId, stored.record.id],
      )
    : [];
  if (!stored || !pending) throw notFound('pending', pendingId);
  const why = confirmRefusal(work.house, type, stored, pending, actor);
  // Whoever asked may take it back, but not confirm it.
  const own = pending.requested_by === actor.id && decision === 'decline';
  if (why && !own) throw conflict(why.code, why.params);
  await work.run(
    'decide_pending',
    'update pending_act set state = $2, decided_by = $3, decided_at = $4 where id = $1',
    [
      pending.id,
      decision === 'confirm' ? 'confirmed' : 'declined',
      actor.id,
      new Date(work.house.now()).toISOString(),
    ],
  );
  if (decision === 'confirm') return run(pending);
  await appendEvent(work, type, stored.record, 'decline_second_person', actor, {
    at: work.house.now(),
    detail: { pending: pending.id, asked: pending.action },
  });
  work.touched.add(type.type);
  return { record: stored.record };
}

/** May this actor confirm? Not the one who asked (S6), and only who may do the act itself. */
export function confirmRefusal(
  house: House,
  type: RecordType,
  stored: Stored,
  pending: Pick<Pending, 'action' | 'requested_by'>,
  actor: Actor,
) {
  if (pending.requested_by === actor.id) return { code: 'problem.second_person_is_first', params: {} };
  const context: Context = {
    at: house.now(),
    input: {},
    facts: {},
    settings: house.reference.settings,
    clocks: stored.clocks,
  };
  return refusal(type, pending.action, stored.record, actor, context);
}
