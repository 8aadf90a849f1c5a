import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type Work } from '../../kernel/practice/house.ts';
import { no, type Context, type Input, type Rule } from '../../kernel/process/process.ts';
import { allFields, column, type RecordType } from '../../kernel/record/record.ts';
import { lockRecord, tableOf } from '../../kernel/record/store.ts';
import { appendEvent } from '../../kernel/trail/append.ts';
import { eventToSql, insertEvents, type TrailEvent } from '../../kernel/trail/event.ts';
import type { Ci } from './ci.fields.ts';
import { endAllRelations } from './ci.queries.ts';
import { knowAs } from './source-item.store.ts';

export const mergeInput = { intoId: z.uuid() };

type Move = (work: Work, from: string, into: string) => Promise<void>;
const moves: Move[] = [];
/** Called once by the server of a practice that keeps items in tables of its own. */
export const mergesMove = (move: Move): void => void moves.push(move);

export async function mergeFacts(work: Work, _ci: Ci, input: Input) {
  const id = String(input['intoId']);
  const stored = await lockRecord(work, typeNamed(work.house, 'ci'), { id });
  return { into: (stored?.record as unknown as Ci | undefined) ?? null };
}

/** One thing is recorded once: the other record stays, in use, and is not this one. */
export const mergesIntoAnother: Rule<Ci> = (ci, _actor, { facts }) => {
  const into = facts['into'] as Ci | null;
  if (!into) return no('ci.no_such_item', {}, 'intoId');
  if (into.id === ci.id) return no('ci.merge_itself', {}, 'intoId');
  if (into.state === 'retired' || into.state === 'disposed') return no('ci.merge_into_retired', { number: into.number }, 'intoId'); // prettier-ignore
  return into.classId === ci.classId ? undefined : no('ci.merge_other_class', { number: into.number }, 'intoId'); // prettier-ignore
};

/** Everything that pointed to the one points to the other; what it was stays readable in both trails. */
export async function mergeItems(work: Work, ci: Ci, actor: Actor, { at, facts, input }: Context) {
  const into = facts['into'] as Ci;
  const iso = new Date(at).toISOString();
  await moveRelations(work, ci.id, into.id, actor.id, iso);
  await moveLinks(work, ci.id, into.id);
  await moveSources(work, ci, into.id, iso);
  for (const move of moves) await move(work, ci.id, into.id);
  for (const type of work.house.types.values())
    await movePointers(work, type, ci, into, actor, iso);
  await appendEvent(work, typeNamed(work.house, 'ci'), into, 'merged_with', actor, {
    at,
    reason: String(input['reason']),
    detail: { merged: ci.number, title: ci.title },
  });
} // prettier-ignore

async function moveRelations(
  work: Work,
  from: string,
  into: string,
  by: string | null,
  at: string,
): Promise<void> {
  await work.run(
    'merge_relations',
    `insert into ci_relation (id, from_id, kind, to_id, redundancy_group, group_needs, since, by_id, source, change_ref)
     select gen_random_uuid(), case when from_id = $1 then $2::uuid else from_id end, kind,
       case when to_id = $1 then $2::uuid else to_id end, redundancy_group, group_needs, $4::timestamptz, $3::uuid, source, change_ref
     from ci_relation where (from_id = $1 or to_id = $1) and until is null and not (from_id = $2 or to_id = $2)
     on conflict do nothing`,
    [from, into, by, at],
  );
  await endAllRelations(work, from, by, at);
}

async function moveLinks(work: Work, from: string, into: string): Promise<void> {
  await work.run(
    'merge_links',
    `with gone as (delete from link where from_id = $1 or to_id = $1 returning *)
     insert into link (from_id, kind, to_id, at, by_id)
     select case when from_id = $1 then $2::uuid else from_id end, kind, case when to_id = $1 then $2::uuid else to_id end, at, by_id
     from gone where not (from_id = $2 or to_id = $2) on conflict do nothing`,
    [from, into],
  );
}

/** The sources go on telling of it by the identifiers that they know. */
async function moveSources(work: Work, ci: Ci, into: string, at: string): Promise<void> {
  await work.run('merge_sources', 'update source_item set record_id = $2 where record_id = $1', [
    ci.id,
    into,
  ]);
  if (ci.source !== null && ci.sourceRef !== null)
    await knowAs(work, ci.source, [{ ref: ci.sourceRef, id: into }], at);
}

/**
 * Fields of any record that name the item. Not by its own actions: closed ones would refuse, and yet must not go on
 * naming what is no more. Each gets its event.
 */
async function movePointers(work: Work, type: RecordType, from: Ci, into: Ci, actor: Actor, at: string): Promise<void> {
  for (const [field, { about }] of Object.entries(allFields(type))) {
    if (!about.to?.includes('ci') || (type.type === 'ci' && field === 'mergedIntoId')) continue;
    const many = about.kind === 'references';
    const [table, name] = [tableOf(type), column(field)];
    const rows = await work.run<{ id: string; version: number }>(
      `merge_pointers_${table}_${name}`,
      `with moved as (
         update ${table} set ${name} = ${many ? `case when $2::uuid = any(${name}) then array_remove(${name}, $1::uuid) else array_replace(${name}, $1::uuid, $2::uuid) end` : '$2::uuid'}
         where ${many ? `${name} @> array[$1::uuid]` : `${name} = $1::uuid`} returning id)
       update record set version = version + 1, updated_at = $3 where id in (select id from moved) returning id, version`,
      [from.id, into.id, at],
    );
    if (rows.length === 0) continue;
    const events = rows.map(({ id, version }): TrailEvent => ({
      at, recordId: id, recordType: type.type, version, action: 'item_merged', fromState: null, toState: null, actorId: actor.id,
      channel: actor.channel, reason: null, changes: many ? {} : { [field]: [from.id, into.id] }, detail: { merged: from.number, into: into.number },
    }));
    await work.run('merge_events', insertEvents('$1'), [JSON.stringify(events.map(eventToSql))]);
    work.touched.add(type.type);
  }
} // prettier-ignore
