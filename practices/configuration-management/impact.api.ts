import { Readable } from 'node:stream';
import { z } from 'zod';
import { invalidField } from '../../platform/http/problem.ts';
import { query, route } from '../../platform/http/route.ts';
import { statements, type Tx } from '../../platform/db/tx.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { isMoment } from '../../kernel/measure/moment.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { graphAround, Kept, type Held } from './graph.store.ts';
import { impact, type ImpactOptions, type Reached } from './impact.ts';
import { impactCsv } from './impact.csv.ts';
import { nodeNumbered, nodesOf, nodesSince, tally, tallyOf, type Node } from './impact.queries.ts';
import { impactKinds, isRelationKind, type RelationKind } from './relation.kinds.ts';

const asked = z.object({
  of: z.string().describe('Numbers of items and services, separated by commas'),
  direction: z.enum(['up', 'down']).optional().describe('up: what stops with them; down: what they need'),
  kinds: z.string().optional(),
  maxDepth: z.string().optional(),
  at: z.string().optional().describe('The graph as it was at this instant'),
  limit: z.string().optional(),
  offset: z.string().optional(),
});

/** A whole number of the query string within bounds, or a refusal that names it. */
export function whole(given: string | undefined, field: string, usual: number, most: number, least = 1): number {
  if (given === undefined || given === '') return usual;
  const n = /^\d{1,9}$/.test(given) ? Number(given) : NaN;
  if (Number.isNaN(n) || n < least || n > most)
    throw invalidField(field, 'ci.whole_number', { least, most }, given.slice(0, 40));
  return n;
} // prettier-ignore

export function kindsOf(given: string | undefined): readonly RelationKind[] | undefined {
  if (!given) return undefined;
  return given.split(',').map((kind) => {
    if (!isRelationKind(kind))
      throw invalidField('kinds', 'relation.bad_kind', { options: impactKinds.join(', ') }, kind.slice(0, 40));
    return kind;
  });
} // prettier-ignore

export function momentOf(given: string | undefined): string | null {
  if (!given) return null;
  if (!isMoment(given)) throw invalidField('at', 'ci.moment', {}, given.slice(0, 40));
  return new Date(given).toISOString();
}

/** The nodes that a call names, in its order; each must be there for this actor. */
export const seedsOf = async (tx: Tx, house: House, actor: Actor, of: string | undefined): Promise<Node[]> =>
  (await seedsSince(tx, house, actor, numbersOf(of), null)).seeds;

function numbersOf(of: string | undefined): readonly string[] {
  const numbers = [...new Set((of ?? '').split(',').map((n) => n.trim()).filter(Boolean))];
  if (numbers.length === 0) throw invalidField('of', 'problem.required', { field: 'of' });
  if (numbers.length > 100) throw invalidField('of', 'ci.whole_number', { least: 1, most: 100 });
  return numbers;
} // prettier-ignore

async function seedsSince(tx: Tx, house: House, actor: Actor, numbers: readonly string[], since: string | null) {
  const { found, newer } = await nodeNumbered(tx, house, actor, numbers, since);
  const missing = numbers.find((number) => !found.some((node) => node.number === number));
  if (missing !== undefined) throw invalidField('of', 'ci.not_found', { number: missing.slice(0, 40) });
  return { seeds: numbers.flatMap((number) => found.find((node) => node.number === number) ?? []), newer };
} // prettier-ignore

type Asked = {
  readonly numbers: readonly string[];
  readonly direction: 'up' | 'down';
  readonly options: ImpactOptions;
  readonly moment: string | null;
};
type Impact = {
  readonly seeds: readonly Node[];
  readonly direction: 'up' | 'down';
  readonly reached: readonly Reached[];
  /** Of those reached, when they were asked for together with the seeds. */
  readonly nodes?: ReadonlyMap<string, Node>;
};

function askedIn(given: Readonly<Record<string, string>>): Asked {
  const direction = given['direction'] ?? 'up';
  if (direction !== 'up' && direction !== 'down')
    throw invalidField('direction', 'problem.one_of', { options: 'up, down' }, direction.slice(0, 40));
  const options = {
    kinds: kindsOf(given['kinds']),
    maxDepth: whole(given['maxDepth'], 'maxDepth', 2_147_483_647, 100_000),
  };
  return { numbers: numbersOf(given['of']), direction, options, moment: momentOf(given['at']) };
}

/** `page`: up to so many are wanted with all that a list shows of them. */
async function asks(tx: Tx, house: House, actor: Actor, asked: Asked, page = 0): Promise<Impact> {
  const { numbers, direction, options, moment } = asked;
  const kept = Kept.of(house.pool);
  const { held } = kept;
  const known = moment === null && held ? kept.idsOf(numbers) : undefined;
  const guess = held && known && impact(held.graph, known, direction, options);
  if (held && known && guess && guess.length <= page) {
    const found = await checked(tx, house, actor, asked, { held, known, guess });
    if (found) return found;
  }
  const { seeds, newer } = await seedsSince(tx, house, actor, numbers, held?.since ?? null);
  const ids = seeds.map((seed) => seed.id);
  if (moment !== null)
    return { seeds, direction, reached: impact(await graphAround(tx, ids, direction, options, moment), ids, direction, options) };
  kept.know(seeds);
  if (guess && !newer && kept.held === held && ids.every((id, i) => id === known?.[i])) return { seeds, direction, reached: guess };
  return { seeds, direction, reached: impact(await kept.graph(newer), ids, direction, options) };
} // prettier-ignore

type Guess = {
  readonly held: Held;
  readonly known: readonly string[];
  readonly guess: readonly Reached[];
};

/**
 * What the graph at hand says is right when nothing was written since, which is asked together with the nodes: one
 * question instead of two. Undefined when it is not, or a seed is not there for this actor.
 */
async function checked(tx: Tx, house: House, actor: Actor, { numbers, direction }: Asked, { held, known, guess }: Guess): Promise<Impact | undefined> {
  const { nodes, newer } = await nodesSince(tx, house, actor, [...known, ...guess.map(({ id }) => id)], held.since);
  const seeds = known.flatMap((id, i): Node[] => {
    const node = nodes.get(id);
    return node && node.number === numbers[i] ? [node] : [];
  });
  return newer || seeds.length < known.length ? undefined : { seeds, direction, reached: guess, nodes };
} // prettier-ignore

/** What lies between: from the one asked about to the item, both included. */
function pathsOf(all: readonly Reached[], page: readonly Reached[]): ReadonlyMap<string, readonly string[]> {
  const by = new Map(all.map((item) => [item.id, item]));
  return new Map(
    page.map(({ id }) => {
      const path = [id];
      for (let at = by.get(id); at; at = by.get(at.via)) path.push(at.via);
      return [id, path.toReversed()];
    }),
  );
}

/** Of those reached the ones on the page, what is between, and how many there are of each kind. */
async function pageOf(
  tx: Tx,
  house: House,
  actor: Actor,
  { seeds, reached, nodes: asked }: Impact,
  limit: number,
  offset: number,
) {
  const ids = reached.map((item) => item.id);
  // A page that holds all of them says all there is to count.
  if (offset === 0 && reached.length <= limit) {
    const read = asked ?? (await nodesOf(tx, house, actor, ids));
    const { tallies, hidden } = tallyOf(ids, read);
    const seen = hidden.size === 0 ? reached : reached.filter((item) => read.has(item.id));
    const nodes = new Map([...seeds.map((seed) => [seed.id, seed] as const), ...read]);
    return { tallies, seen, page: seen, nodes, paths: pathsOf(reached, seen) };
  }
  const { tallies, hidden } = await tally(tx, house, actor, ids);
  const seen = hidden.size === 0 ? reached : reached.filter((item) => !hidden.has(item.id));
  const page = seen.slice(offset, offset + limit);
  const paths = pathsOf(reached, page);
  const nodes = await nodesOf(tx, house, actor, [...new Set([...paths.values()].flat())]);
  return { tallies, seen, page, nodes, paths };
}

async function present(tx: Tx, house: House, actor: Actor, found: Impact, limit: number, offset: number) {
  const { seeds, direction } = found;
  const { tallies, seen, page, nodes, paths } = await pageOf(tx, house, actor, found, limit, offset);
  const count = (status: Reached['status']) => seen.filter((item) => item.status === status).length;
  return {
    of: seeds,
    direction,
    total: seen.length,
    counts: direction === 'up'
      ? { stops: count('stops'), degraded: count('degraded') }
      : { needed: count('needed'), one_of: count('one_of') },
    depth: seen.at(-1)?.depth ?? 0,
    tallies,
    items: page.flatMap((item) => {
      const node = nodes.get(item.id);
      return node ? [{
        ...node,
        depth: item.depth,
        status: item.status,
        kind: item.kind,
        // What the reader may not see is in between, but has no name.
        path: (paths.get(item.id) ?? []).map((id) => nodes.get(id) ?? null).map((n) => n && { number: n.number, title: n.title, type: n.type }),
      }] : [];
    }),
    nextOffset: offset + limit < seen.length ? offset + limit : null,
  };
} // prettier-ignore

/** "What stops if this stops", "what does this need". */
export const impactRoutes: RouteSet = (app, house) => {
  const about = { tag: 'configuration', query: asked } as const;
  route(app, { ...about, method: 'GET', path: '/api/v1/configuration/impact', id: 'impact',
    summary: 'All that stops or degrades with items or services, or all that they need, nearest first' },
  async (request) => {
    const actor = await actorOf(house, request, 'configuration-items', 'read');
    const given = query(request);
    const limit = whole(given['limit'], 'limit', 100, 1000);
    const offset = whole(given['offset'], 'offset', 0, 10_000_000, 0);
    const tx = statements(house.pool);
    const found = await asks(tx, house, actor, askedIn(given), offset === 0 ? limit : 0);
    return present(tx, house, actor, found, limit, offset);
  }); // prettier-ignore
  route(app, { ...about, method: 'GET', path: '/api/v1/configuration/impact.csv', id: 'impact_csv', responseType: 'text/csv',
    summary: 'The same as CSV, all of it' },
  async (request, reply) => {
    const actor = await actorOf(house, request, 'configuration-items', 'read');
    const found = await asks(statements(house.pool), house, actor, askedIn(query(request)));
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="impact-${found.seeds[0]?.number ?? ''}-${found.direction}.csv"`)
      .header('cache-control', 'no-store');
    return reply.send(Readable.from(impactCsv(house, actor, found.reached)));
  }); // prettier-ignore
};
