import type { Tx } from '../../platform/db/tx.ts';
import { impactOf } from '../configuration-management/practice.ts';
import { freezesIn } from './change-freeze.queries.ts';
import type { Collision } from './change.fields.ts';
import type { Candidate, Wanted } from './collision.types.ts';

type CollisionSource = (tx: Tx, wanted: Wanted) => Promise<readonly Candidate[]>;

/** States in which somebody counts on a window. */
const planned = ['submitted', 'assessed', 'approved', 'scheduled', 'implementing'];

/** By the GiST index `change_window`: few windows overlap one, however many are planned. */
const otherChanges: CollisionSource = (tx, { id, from, to }) =>
  tx.run<Candidate>(
    'change_collisions',
    `select 'change' as kind, r.id, r.number, r.title, c.planned_start_at as "from", c.planned_end_at as "to",
       coalesce((select array_agg(s.record_id) from change_subject s where s.change_id = c.id), '{}') as "subjectIds"
     from change c join record r on r.id = c.id
     where tstzrange(c.planned_start_at, c.planned_end_at) && tstzrange($2::timestamptz, $3::timestamptz)
       and c.planned_start_at is not null and c.planned_end_at >= c.planned_start_at
       and c.id <> $1 and r.state = any($4::text[])
     order by c.planned_start_at, r.number limit 2000`,
    [id, from, to, planned],
  );

const sources: CollisionSource[] = [otherChanges, freezesIn];
/** Seam: what another practice plans in windows of its own, on things that changes are about. */
export const alsoCollides = (source: CollisionSource): void => void sources.push(source);

/**
 * What collides with a change in this window: on the same things, on what they need (upstream) and on what needs them
 * (downstream), each with the way from one to the other. Asked by `assess`, `schedule` and `reschedule`, which keep what
 * it answers with the change.
 */
export async function collisionsOf(tx: Tx, wanted: Wanted): Promise<Collision[]> {
  const found: Candidate[] = [];
  for (const source of sources) found.push(...(await source(tx, wanted)));
  const own = new Map(wanted.subjectIds.map((id): [string, Way] => [id, { relation: 'same', depth: 0, path: [id] }]));
  const isDirect = ({ subjectIds }: Candidate) => subjectIds === null || subjectIds.some((id) => own.has(id));
  // The graph is walked only where something else happens at that time at all.
  const ways = found.every(isDirect) ? own : await around(tx, own);
  return found
    .flatMap((candidate) => met(candidate, ways, wanted))
    .slice(0, 100);
} // prettier-ignore

type Way = {
  readonly relation: 'same' | 'upstream' | 'downstream';
  readonly depth: number;
  readonly path: readonly string[];
};

/** Everything that these need or that needs them, by the shortest way there. */
async function around(tx: Tx, own: ReadonlyMap<string, Way>): Promise<ReadonlyMap<string, Way>> {
  const ways = new Map(own);
  for (const [direction, relation] of [['down', 'upstream'], ['up', 'downstream']] as const) {
    const paths = new Map([...own].map(([id]): [string, readonly string[]] => [id, [id]]));
    for (const { id, depth, via } of await impactOf(tx, [...own.keys()], direction)) {
      const path = [...(paths.get(via) ?? [via]), id];
      paths.set(id, path);
      const known = ways.get(id);
      if (!known || depth < known.depth) ways.set(id, { relation, depth, path });
    }
  }
  return ways;
} // prettier-ignore

function met(candidate: Candidate, ways: ReadonlyMap<string, Way>, wanted: Wanted): Collision[] {
  const { subjectIds, ...said } = candidate;
  const overlap = {
    overlapFrom: later(candidate.from, wanted.from),
    overlapTo: earlier(candidate.to, wanted.to),
  };
  if (subjectIds === null) return [{ ...said, ...overlap, relation: 'everything', sharedIds: [], path: [] }];
  const hits = subjectIds
    .flatMap((id) => {
      const way = ways.get(id);
      // Work on what a frozen thing needs is held back by the freeze; work on what merely uses it is not.
      return way && !(candidate.kind === 'freeze' && way.relation === 'upstream') ? [{ id, way }] : [];
    })
    .toSorted((a, b) => a.way.depth - b.way.depth);
  const [nearest] = hits;
  if (!nearest) return [];
  const { relation, path } = nearest.way;
  const sharedIds = hits.filter(({ way }) => way.relation === relation).map(({ id }) => id);
  return [{ ...said, ...overlap, relation, sharedIds, path: [...path] }];
}

const later = (a: string, b: string) => (Date.parse(a) > Date.parse(b) ? a : b);
const earlier = (a: string, b: string) => (Date.parse(a) < Date.parse(b) ? a : b);
