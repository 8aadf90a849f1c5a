import { mayAct } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { typeNamed, type House, type Work } from '../../kernel/practice/house.ts';
import { no, type Refusal } from '../../kernel/process/process.ts';
import { notYourRole } from '../../kernel/process/refusal.ts';
import { writers } from './ci.access.ts';
import {
  allowedTo,
  ciClasses,
  lineage,
  serviceClass,
  type CiClass,
  type CiClasses,
} from './class.snapshot.ts';
import { relationKinds, type RelationKind } from './relation.kinds.ts';
import { above, type End } from './relation.store.ts';

export type Draft = { readonly from: End; readonly kind: RelationKind; readonly to: End };

const classOf = (classes: CiClasses, { classId }: End): CiClass | undefined =>
  classId === null ? [...classes.values()].find((c) => c.key === serviceClass) : classes.get(classId);
const gone = new Set(['retired', 'disposed', 'withdrawn']);

/** Why these two may not be related so, as far as they themselves can tell. */
export function refusedByClass(house: House, { from, kind, to }: Draft): Refusal | undefined {
  if (from.id === to.id) return no('relation.itself', {}, 'to');
  if (gone.has(from.state) || gone.has(to.state)) return no('relation.ended_one', {}, gone.has(to.state) ? 'to' : 'from');
  const classes = house.reference.get(ciClasses);
  const own = classOf(classes, from);
  const other = classOf(classes, to);
  if (!own || !other) return undefined;
  const allowed = allowedTo(classes, own.id, kind);
  if (allowed === undefined) {
    const said = lineage(classes, own.id).find((c) => c.relations !== null)?.relations ?? [];
    return no('relation.not_allowed', { from: own.label.en, kind: `@relation_kind.${kind}`, allowed: said.map((r) => `@relation_kind.${r.kind}`).join(', ') || '–' }, 'kind');
  }
  const fits = allowed.length === 0 || lineage(classes, other.id).some((c) => allowed.includes(c.key));
  return fits ? undefined : no('relation.wrong_class', { kind: `@relation_kind.${kind}`, allowed: allowed.join(', '), class: other.key }, 'to');
} // prettier-ignore

/** May this actor write the item's relations? A service's own are the catalogue's, those of items are their keepers'. */
export function refusedByRole(house: House, actor: Actor, end: End): Refusal | undefined {
  const type = typeNamed(house, end.type);
  return mayAct(type.access, actor, writers, { ...end, state: end.state })
    ? undefined
    : notYourRole(typeNamed(house, 'ci'), { by: writers });
}

/**
 * Which of these would close a circle, in their order, each counted once it is let in. Kinds that may run in circles are
 * not asked. Everything above the batch is read at once.
 */
export async function circles(work: Work, drafts: readonly Draft[]): Promise<ReadonlySet<Draft>> {
  const bad = new Set<Draft>();
  for (const [kind, some] of Map.groupBy(drafts, (draft) => draft.kind)) {
    if (relationKinds[kind].loops) continue;
    // Two at the same time could each be without a circle and make one together.
    await work.run('lock_relations', 'select pg_advisory_xact_lock(hashtext($1))', [`ci_relation ${kind}`]);
    const parents = await above(work, kind, [...new Set(some.map((draft) => draft.to.id))]);
    for (const draft of some) {
      if (leadsTo(parents, draft.to.id, draft.from.id)) bad.add(draft);
      else parents.set(draft.from.id, (parents.get(draft.from.id) ?? new Set()).add(draft.to.id));
    }
  }
  return bad;
}

function leadsTo(parents: ReadonlyMap<string, ReadonlySet<string>>, start: string, end: string): boolean {
  const seen = new Set([start]);
  const queue = [start];
  for (let i = 0; i < queue.length; i += 1) {
    for (const next of parents.get(queue[i] ?? '') ?? []) {
      if (next === end) return true;
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return start === end;
}
