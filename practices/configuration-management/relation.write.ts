import { z } from 'zod';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { problemOf } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { newId } from '../../kernel/record/id.ts';
import { parse } from '../../kernel/record/input.ts';
import { changeRefused } from './change-guard.ts';
import type { Ci } from './ci.fields.ts';
import { circles, refusedByClass, refusedByRole, type Draft } from './relation.judge.ts';
import { relationKindNames, type RelationKind } from './relation.kinds.ts';
import { endsCalled, insertRelations, type End } from './relation.store.ts';
import { relationEvents } from './relation.trail.ts';

export const made = z.strictObject({
  from: plain(40),
  kind: z.enum(relationKindNames),
  to: plain(40),
  redundancyGroup: plain(80).optional(),
  groupNeeds: z.int().min(1).max(1000).optional(),
  changeRef: plain(40).optional(),
  reason: plain(2000).optional(),
});
export const ended = z.strictObject({ reason: plain(2000), changeRef: plain(40).optional() });

export type RelationRow = {
  id: string; fromId: string; kind: RelationKind; toId: string; redundancyGroup: string | null; groupNeeds: number;
  since: string; until: string | null; changeRef: string | null; source: string | null;
}; // prettier-ignore
export const relationColumns = `id, from_id as "fromId", kind, to_id as "toId", redundancy_group as "redundancyGroup", group_needs as "groupNeeds",
  since, until, change_ref as "changeRef", source`;
async function endNamed(work: Work, text: string, field: 'from' | 'to'): Promise<End> {
  const end = (await endsCalled(work, [text], null)).get(text);
  if (end === undefined) throw invalidField(field, 'ci.not_found', { number: text }, text);
  if (end === 'several') throw invalidField(field, 'relation.ambiguous_end', { name: text }, text);
  return end;
}

/** Refused for the same reasons as by hand, whoever asks for it. */
export async function relateItems(
  work: Work,
  actor: Actor,
  given: unknown,
  source: string | null = null,
): Promise<string> {
  return relate(work, actor, parse(made, given, actor.language), source);
}
export const endRelation = (work: Work, actor: Actor, id: string, given: unknown) =>
  end(work, actor, id, parse(ended, given, actor.language));

async function relate(
  work: Work,
  actor: Actor,
  given: z.output<typeof made>,
  source: string | null = null,
): Promise<string> {
  const draft: Draft = {
    from: await endNamed(work, given.from, 'from'),
    kind: given.kind,
    to: await endNamed(work, given.to, 'to'),
  };
  const refused =
    refusedByClass(work.house, draft) ??
    refusedByRole(work.house, actor, draft.from) ??
    (await changeRefused(work, draft.from as unknown as Ci, given.changeRef));
  if (refused) throw problemOf(refused);
  if ((await circles(work, [draft])).size > 0) throw invalidField('to', 'relation.circle');
  const at = work.house.now();
  const id = newId(at);
  const { redundancyGroup = null, groupNeeds = 1, changeRef = null, reason = null } = given;
  const done = await insertRelations(
    work,
    [{ id, fromId: draft.from.id, kind: draft.kind, toId: draft.to.id, group: redundancyGroup, groupNeeds }],
    { at: new Date(at).toISOString(), by: actor.id, source, changeRef },
  );
  if (done.size === 0) throw invalidField('to', 'relation.exists');
  await relationEvents(work, [draft], {
    verb: 'relate', at, by: actor.id, channel: actor.channel, reason, both: true,
    detail: { relation: id, ...(changeRef ? { changeRef } : {}) },
  }); // prettier-ignore
  work.touched.add('ci');
  return id;
}

async function end(work: Work, actor: Actor, id: string, given: z.output<typeof ended>): Promise<void> {
  const [row] = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    ? await work.run<RelationRow>('relation_to_end', `select ${relationColumns} from ci_relation where id = $1 and until is null for update`, [id])
    : [];
  if (!row) throw notFound('ci', id);
  const numbers = await work.run<{ id: string; number: string }>('numbers_of', 'select id, number from record where id = any($1::uuid[])', [[row.fromId, row.toId]]);
  const ends = await endsCalled(work, numbers.map((r) => r.number), null);
  const endOf = (end: string) => [...ends.values()].find((one): one is End => one !== 'several' && one.id === end);
  const [from, to] = [endOf(row.fromId), endOf(row.toId)];
  if (!from || !to) throw notFound('ci', id);
  const refused = refusedByRole(work.house, actor, from) ?? (await changeRefused(work, from as unknown as Ci, given.changeRef));
  if (refused) throw problemOf(refused);
  if (row.source === 'service-catalogue') throw invalidField('id', 'relation.by_catalogue');
  const at = work.house.now();
  await work.run(
    'end_relation',
    `update ci_relation set until = greatest($2::timestamptz, since), ended_by_id = $3, change_ref = coalesce($4, change_ref) where id = $1`,
    [id, new Date(at).toISOString(), actor.id, given.changeRef ?? null],
  );
  await relationEvents(work, [{ from, kind: row.kind, to }], {
    verb: 'unrelate', at, by: actor.id, channel: actor.channel, reason: given.reason, both: true,
    detail: { relation: id, ...(given.changeRef ? { changeRef: given.changeRef } : {}) },
  });
  work.touched.add('ci');
} // prettier-ignore
