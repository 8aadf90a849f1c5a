import { typeNamed, type Work } from '../../kernel/practice/house.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { system } from '../../kernel/access/actor.ts';
import { changeLink } from '../../kernel/link/link.ts';
import type { Context, Input } from '../../kernel/process/process.ts';
import { act, create } from '../../kernel/record/act.ts';
import { lockRecord } from '../../kernel/record/store.ts';
import { conflict, invalidField } from '../../platform/http/problem.ts';
import { changeRefused } from './change-guard.ts';
import type { Ci } from './ci.fields.ts';
import { itemNamed } from './ci.queries.ts';
import type { Difference, FoundItem } from './difference.fields.ts';
import { raising } from './difference.raising.ts';
import { ciClasses, classCalled } from './class.snapshot.ts';
import { endRelation, relateItems } from './relation.write.ts';
import { endsCalled } from './relation.store.ts';
import { knowAs } from './source-item.store.ts';

type Effect = (work: Work, difference: Difference, actor: Actor, context: Context) => Promise<void>;

async function itemOf(work: Work, id: unknown): Promise<Ci | null> {
  if (typeof id !== 'string') return null;
  const stored = await lockRecord(work, typeNamed(work.house, 'ci'), { id });
  return stored ? (stored.record as unknown as Ci) : null;
}

/** The item it is about, and whether the change that is cited stands for it. */
export async function acceptFacts(work: Work, difference: Difference, input: Input) {
  const ci = await itemOf(work, difference.ciId);
  const linked = await itemOf(work, input['itemId']);
  const about = ci ?? linked ?? ({ id: difference.id } as Ci);
  const change = await changeRefused(work, about, input['changeRef']);
  // No change can have named what was not recorded yet.
  const unnamed = ci === null && linked === null && change?.code === 'change.not_about';
  return { ci, linked, ...(change && !unnamed ? { change } : {}) };
}

/** Accepted: the record follows what was found, by the very acts that anybody else would have to do. */
export const accept: Effect = async (work, difference, actor, context) => {
  await acceptEach[difference.kind ?? 'attribute'](work, difference, actor, context);
};

const reasonOf = ({ input }: Context) =>
  typeof input['reason'] === 'string' ? input['reason'] : '@difference.reason.accepted';
const cited = ({ input }: Context) => (input['changeRef'] ? { changeRef: input['changeRef'] } : {});
const options = (difference: Difference, { at }: Context) => ({
  at,
  detail: { difference: difference.number },
});

const acceptEach: Readonly<Record<NonNullable<Difference['kind']>, Effect>> = {
  attribute: async (work, difference, actor, context) => {
    const { field, found } = difference;
    const value = field === 'classId' ? classIdOf(work, found) : found;
    const key = field?.startsWith('attributes.') ? field.slice('attributes.'.length) : undefined;
    const fields = key === undefined ? { [field ?? '']: value } : { attributes: { [key]: value } };
    const given = { ...fields, reason: reasonOf(context), ...cited(context) };
    await act(
      work,
      { type: 'ci', id: difference.ciId ?? '' },
      'edit',
      actor,
      given,
      options(difference, context),
    );
  },

  missing_item: async (work, difference, actor, context) => {
    const given = { reason: reasonOf(context), ...cited(context) };
    await act(
      work,
      { type: 'ci', id: difference.ciId ?? '' },
      'retire',
      actor,
      given,
      options(difference, context),
    );
  },

  new_item: async (work, difference, actor, context) => {
    const { origin, ref } = difference;
    const itemId = context.input['itemId'];
    const id = typeof itemId === 'string' ? itemId : await recordItem(work, difference, actor, context);
    if (origin !== null && ref !== null)
      await knowAs(work, origin, [{ ref, id }], new Date(context.at).toISOString());
  },

  new_relation: async (work, difference, actor, context) => {
    const { relation, origin } = difference;
    if (!relation) throw conflict('difference.nothing_to_do');
    const ends = await endsCalled(work, [relation.from, relation.to], origin);
    const numberOf = (text: string) => {
      const end = ends.get(text);
      if (end === undefined || end === 'several') throw conflict('difference.end_not_recorded', { name: text });
      return end.number;
    };
    const given = { from: numberOf(relation.from), kind: relation.kind, to: numberOf(relation.to), reason: reasonOf(context), ...cited(context) };
    await relateItems(work, actor, given, origin);
  },

  missing_relation: async (work, difference, actor, context) => {
    const id = difference.relation?.id;
    if (id === undefined) throw conflict('difference.nothing_to_do');
    await endRelation(work, actor, id, { reason: reasonOf(context), ...cited(context) });
  },

  unlinked_edit: async (work, difference, actor, context) => {
    const ci = await itemOf(work, difference.ciId);
    // A change of relations leaves no mark on the item itself.
    if (!ci || ci.unlinkedEditAt === null) return;
    const given = { reason: reasonOf(context), ...cited(context) };
    await act(work, { type: 'ci', id: ci.id }, 'justify_edit', actor, given, options(difference, context));
  },
}; // prettier-ignore

const classIdOf = (work: Work, found: unknown): string => {
  const known = classCalled(work.house.reference.get(ciClasses), String(found));
  if (!known) throw invalidField('found', 'ci.class_unknown', { name: String(found) });
  return known.id;
};

/** A new item begins as planned: live it becomes by a change that is about it, or as initial load, like any other. */
async function recordItem(
  work: Work,
  difference: Difference,
  actor: Actor,
  context: Context,
): Promise<string> {
  const { unnamed, classKey, ...found } = difference.found as unknown as FoundItem;
  const classId = classIdOf(work, classKey);
  const taken =
    unnamed !== true && (await itemNamed(work, found.title, classId, found.location ?? null, difference.id));
  const issue =
    unnamed === true ? { nameIssue: 'unnamed' } : taken ? { nameIssue: 'duplicate' } : {};
  const { origin, ref } = difference;
  const { changeRef } = context.input;
  const made = await create(
    work,
    'ci',
    actor,
    { ...found, classId, ...issue },
    {
      at: context.at,
      detail: { difference: difference.number, ...(changeRef ? { changeRef } : {}) },
      ...(origin !== null && ref !== null && !(await isKnown(work, origin, ref))
        ? { origin: { source: origin, sourceRef: ref } }
        : {}),
    },
  );
  return made.id;
} // prettier-ignore

/** One that was retired keeps its identifier in the source; what comes in its place is another item. */
const isKnown = async (work: Work, origin: string, ref: string): Promise<boolean> =>
  (
    await work.run(
      'source_ref_known',
      `select 1 from record where type = 'ci' and source = $1 and source_ref = $2`,
      [origin, ref],
    )
  ).length > 0;

/** As a sentence of the change that is recorded; several fields one after the other. */
function brief(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  const said = (of: unknown): string => (typeof of === 'string' ? of : JSON.stringify(of));
  if (typeof value !== 'object') return said(value).slice(0, 400);
  const parts = Object.entries(value).map(([key, of]) => `${key}: ${said(of)}`);
  return parts.join(', ').slice(0, 400);
} // prettier-ignore

/** Nobody knows of a change behind it: it is recorded as one, investigated and reviewed (8.5.1). */
export const raise: Effect = async (work, difference, actor, context) => {
  const record = raising();
  if (!record) throw conflict('difference.no_change_practice');
  const ci = await itemOf(work, difference.ciId);
  const change = await record(work, actor, {
    title: `${difference.number} ${difference.title}`.slice(0, 200),
    purpose: `${difference.number}: ${brief(difference.recorded)} → ${brief(difference.found)}`,
    subjectIds: ci ? [ci.id] : [],
    ownerId: ci?.ownerId ?? null,
    ...(difference.firstSeenAt ? { occurredAt: difference.firstSeenAt } : {}),
  });
  const named = { type: 'difference', id: difference.id };
  await act(work, named, 'name_change', system(), { raisedChangeId: change.id }, { at: context.at });
  await changeLink(work, named, actor, 'link', 'related', change.number);
};
