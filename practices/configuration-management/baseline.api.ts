import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import type { Baseline } from './baseline.fields.ts';
import { baseline } from './baseline.record.ts';
import { differ, differFromNow, mostShown } from './baseline.compare.ts';
import { totalsOf } from './baseline.store.ts';
import type { RelationKind } from './relation.kinds.ts';

type Item = {
  id: string;
  number: string;
  title: string;
  state: string;
  classKey: string;
  data: Record<string, unknown>;
};
type Line = { from: string; kind: RelationKind; to: string; group: string | null };

async function baselineCalled(tx: Tx, number: string): Promise<Baseline> {
  const found = await readRecord(tx, baseline, number);
  if (!found) throw notFound('baseline', number);
  return found.record as unknown as Baseline;
}

/** Field by field; attributes each for themselves. */
function changesOf(before: Item, after: Item) {
  const flat = ({ title, state, classKey, data }: Item): Record<string, unknown> => {
    const { attributes, ...own } = data;
    const each = Object.entries((attributes ?? {}) as Record<string, unknown>).map(([key, value]) => [`attributes.${key}`, value] as const);
    return { title, state, classKey, ...own, ...Object.fromEntries(each) };
  };
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => !isDeepStrictEqual(was[key], is[key]))
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }));
} // prettier-ignore

async function compare(house: House, number: string, other: string | undefined) {
  return onConnection(house.pool, async (tx) => {
    const older = await baselineCalled(tx, number);
    const newer = other ? await baselineCalled(tx, other) : undefined;
    const { items, changed } = newer
      ? await differ<Item, Line>(tx, older, newer)
      : await differFromNow<Item, Line>(tx, older);
    const ids = [...new Set(changed.flatMap(({ line }) => [line.from, line.to]))];
    const named = await tx.run<{ id: string; type: string; number: string; title: string }>(
      'baseline_named', 'select id, type, number, title from record where id = any($1::uuid[])', [ids]); // prettier-ignore
    const nameOf = new Map(named.map(({ id, ...name }) => [id, name]));
    const told = ({ line }: (typeof changed)[number]) => ({
      from: nameOf.get(line.from) ?? null,
      kind: line.kind,
      to: nameOf.get(line.to) ?? null,
      group: line.group,
    });
    const only = ({ number: n, title, state, classKey }: Item) => ({ number: n, title, state, classKey });
    return {
      baseline: { number: older.number, title: older.title, takenAt: older.takenAt },
      with: newer ? { number: newer.number, title: newer.title, takenAt: newer.takenAt } : null,
      added: items.flatMap(({ before, after }) => (!before && after ? [only(after)] : [])),
      removed: items.flatMap(({ before, after }) => (before && !after ? [only(before)] : [])),
      changed: items.flatMap(({ before, after }) =>
        before && after ? [{ ...only(after), changes: changesOf(before, after) }] : [],
      ),
      relationsAdded: changed.filter((row) => row.added).map(told),
      relationsRemoved: changed.filter((row) => !row.added).map(told),
      /** More than can be shown; narrow the scope. */
      cut: items.length > mostShown || changed.length > mostShown,
    };
  });
}

export const baselineRoutes: RouteSet = (app, house) => {
  route(app, { method: 'GET', path: '/api/v1/baselines/{number}/comparison', id: 'compare_baseline', tag: 'baselines',
    query: z.object({ with: z.string().optional() }),
    summary: 'What differs from another baseline, or from how it is now: added, removed, changed, relations' },
  async (request) => {
    await actorOf(house, request, 'baselines', 'read').then((actor) => mustSee(actor));
    return compare(house, param(request, 'number'), query(request)['with'] || undefined);
  }); // prettier-ignore
  route(app, { method: 'GET', path: '/api/v1/baselines/{number}/integrity', id: 'baseline_integrity', tag: 'baselines',
    summary: 'Whether its rows still hash to what was written when it was taken' },
  async (request) => {
    await actorOf(house, request, 'baselines', 'read').then((actor) => mustSee(actor));
    return onConnection(house.pool, async (tx) => {
      const { id, number, digest } = await baselineCalled(tx, param(request, 'number'));
      const found = await totalsOf(tx, id);
      return { number, intact: found.digest === digest, items: found.items, relations: found.relations };
    });
  }); // prettier-ignore
};

function mustSee(actor: Parameters<typeof isStaff>[0]): void {
  if (!isStaff(actor)) throw notFound('baseline', '');
}
