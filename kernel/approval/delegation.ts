import { z } from 'zod';
import { conflict, invalidField, notFound } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { system, type Actor } from '../access/actor.ts';
import { typeNamed, type Work } from '../practice/house.ts';
import { date } from '../record/field.ts';
import { newId } from '../record/id.ts';
import { lockRecord } from '../record/store.ts';
import { appendEvent } from '../trail/append.ts';

export const newDelegation = z.strictObject({
  deputyId: z.uuid(),
  from: date().schema,
  to: date().schema,
});

/** In force on the day it is for the person who is away; a deputy of a deputy is nobody's. */
const inForce = (now: string) =>
  `d.ended_at is null and (${now}::timestamptz at time zone p.zone)::date between d.first_day and d.last_day`;

/** Who is away today and named this person their deputy. */
export async function standsInFor(tx: Tx, personId: string, now: number): Promise<ReadonlySet<string>> {
  const rows = await tx.run<{ id: string }>(
    'stands_in_for',
    `select d.person_id as id from delegation d join person p on p.id = d.person_id where d.deputy_id = $1 and ${inForce('$2')}`,
    [personId, new Date(now).toISOString()],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The deputies of those among these people who are away today. */
export const deputiesOf = (
  work: Work | Tx,
  personIds: readonly string[],
  now: number,
): Promise<{ personId: string; deputyId: string }[]> =>
  work.run(
    'deputies_of',
    `select d.person_id as "personId", d.deputy_id as "deputyId" from delegation d
       join person p on p.id = d.person_id join record r on r.id = d.deputy_id
     where d.person_id = any($1::uuid[]) and r.state = 'active' and ${inForce('$2')}`,
    [personIds, new Date(now).toISOString()],
  );

type Absence = { id: string; name: string; from: string; to: string };

const overlapping = (
  work: Work,
  column: 'person_id' | 'deputy_id',
  personId: string,
  from: string,
  to: string,
) =>
  work.run<Absence>(
    `delegations_overlapping_${column}`,
    `select d.id, r.title as name, d.first_day as "from", d.last_day as "to" from delegation d
       join record r on r.id = d.${column === 'person_id' ? 'deputy_id' : 'person_id'}
     where d.${column} = $1 and d.ended_at is null and d.first_day <= $3 and d.last_day >= $2 order by d.first_day`,
    [personId, from, to],
  );

/**
 * Names a deputy for whole days. Refused towards oneself, somebody inactive, somebody who is away on one of these days
 * (deputies of deputies do not decide), and twice for the same day. Those for whom one stands in oneself in that time
 * are answered, so that they can be told to name somebody else.
 */
export async function delegate(
  work: Work,
  actor: Actor & { id: string },
  given: z.infer<typeof newDelegation>,
) {
  const { deputyId, from, to } = given;
  const now = work.house.now();
  if (deputyId === actor.id) throw invalidField('deputyId', 'approval.deputy_is_oneself');
  if (to < from) throw invalidField('to', 'problem.dates_reversed', { from, to });
  const people = await lockPeople(work, [actor.id, deputyId]);
  const deputy = people.get(deputyId);
  if (deputy?.state !== 'active')
    throw invalidField('deputyId', 'problem.no_such_reference', { types: '@person.name' });
  if (to < (people.get(actor.id)?.today ?? to)) throw invalidField('to', 'approval.delegation_past');
  const [own] = await overlapping(work, 'person_id', actor.id, from, to);
  if (own) throw conflict('approval.delegation_overlaps', { name: own.name, from: own.from, to: own.to });
  const [away] = await overlapping(work, 'person_id', deputyId, from, to);
  if (away) throw conflict('approval.deputy_is_away', { name: deputy.title, from: away.from, to: away.to });
  const standsIn = await overlapping(work, 'deputy_id', actor.id, from, to);
  const id = newId(now);
  await work.run(
    'save_delegation',
    'insert into delegation (id, person_id, deputy_id, first_day, last_day, made_at) values ($1, $2, $3, $4, $5, $6)',
    [id, actor.id, deputyId, from, to, new Date(now).toISOString()],
  );
  await tell(work, actor, 'delegate', { delegation: id, deputyId, from, to });
  return {
    id,
    deputy: { id: deputyId, name: deputy.title },
    from,
    to,
    /** They may not be decided for by one's own deputy. */
    standsInFor: standsIn.map(({ name, from, to }) => ({ name, from, to })),
  };
}

export async function endDelegation(work: Work, actor: Actor & { id: string }, id: string) {
  const [ended] = await work.run<{ deputyId: string }>(
    'end_delegation',
    'update delegation set ended_at = $3 where id::text = $1 and person_id = $2 and ended_at is null returning deputy_id as "deputyId"',
    [id, actor.id, new Date(work.house.now()).toISOString()],
  );
  if (!ended) throw notFound('delegation', id);
  await tell(work, actor, 'end_delegation', { delegation: id, ...ended });
  return { ended: true };
}

/** Mine, and those in which others named me; what is over is history and in the trail. */
export async function delegationsOf(tx: Tx, personId: string, now: number) {
  const rows = await tx.run<{
    id: string;
    personId: string;
    personName: string;
    deputyId: string;
    deputyName: string;
    from: string;
    to: string;
    active: boolean;
  }>(
    'delegations_of_person',
    `select d.id, d.person_id as "personId", pr.title as "personName", d.deputy_id as "deputyId", dr.title as "deputyName",
       d.first_day as "from", d.last_day as "to", (${inForce('$2')}) as active
     from delegation d join person p on p.id = d.person_id join record pr on pr.id = d.person_id join record dr on dr.id = d.deputy_id
     where (d.person_id = $1 or d.deputy_id = $1) and d.ended_at is null
       and d.last_day >= ($2::timestamptz at time zone p.zone)::date order by d.first_day, d.id`,
    [personId, new Date(now).toISOString()],
  );
  const shown = rows.map(({ personId: id, personName, deputyId, deputyName, ...row }) => ({
    ...row,
    person: { id, name: personName },
    deputy: { id: deputyId, name: deputyName },
  }));
  return {
    items: shown.filter((row) => row.person.id === personId),
    standsInFor: shown.filter((row) => row.deputy.id === personId),
  };
}

/** Whom one may name: colleagues; for a customer's contact the people of the same customer. */
export const possibleDeputies = (tx: Tx, personId: string, words: string) =>
  tx.run<{ id: string; name: string }>(
    'possible_deputies',
    `select r.id, r.title as name from record r join person p on p.id = r.id
       join record mine on mine.id = $1 join person me on me.id = $1
     where r.type = 'person' and r.state = 'active' and r.id <> $1 and strpos(lower(r.title), lower($2)) > 0
       and case when me.kind in ('staff', 'user') then p.kind in ('staff', 'user') and r.customer_id is not distinct from mine.customer_id
           else r.customer_id = mine.customer_id end
     order by r.title, r.id limit 20`,
    [personId, words],
  );

/** In the order of their ids, so that two who name each other do not deadlock; each then sees the other's absence. */
async function lockPeople(work: Work, ids: readonly string[]) {
  const rows = await work.run<{ id: string; title: string; state: string; today: string }>(
    'lock_people',
    `select r.id, r.title, r.state, ($2::timestamptz at time zone p.zone)::date as today
     from record r join person p on p.id = r.id where r.id = any($1::uuid[]) order by r.id for no key update of r`,
    [ids, new Date(work.house.now()).toISOString()],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function tell(
  work: Work,
  actor: Actor & { id: string },
  action: string,
  detail: Record<string, unknown>,
) {
  const type = typeNamed(work.house, 'person');
  const stored = await lockRecord(work, type, { id: actor.id });
  const by: Actor = { ...system(actor.channel), id: actor.id, name: actor.name };
  if (stored) await appendEvent(work, type, stored.record, action, by, { at: work.house.now(), detail });
}
