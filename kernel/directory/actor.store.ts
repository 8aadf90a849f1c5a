import { onConnection } from '../../platform/db/tx.ts';
import type { Actor, Channel, Holding, Language } from '../access/actor.ts';
import { isLooker, lookers } from '../access/roles.ts';
import type { House } from '../practice/house.ts';
import { remitFor } from './remit.ts';
import { organisations, subtree } from './organisation.snapshot.ts';

type Row = {
  name: string;
  language: Language;
  orgUnitId: string | null;
  customerId: string | null;
  holdings:
    | { role: string; unit_id: string | null; clauses: string[] | null; processes: string[] | null }[]
    | null;
  looked: { from: string; to: string | null } | null;
  teamIds: string[];
};

const remembered = new WeakMap<House, Map<string, { at: number; row: Row }>>();
const rememberMs = 5_000;

/**
 * A person as an actor: the roles they hold today, their teams, their units with everything below. Undefined when the
 * person is not in use any more. Remembered for five seconds at most, forgotten at once where roles change here.
 */
export async function actorFor(
  house: House,
  personId: string,
  channel: Channel,
  tokenScopes?: readonly string[],
): Promise<Actor | undefined> {
  const row = await rowFor(house, personId);
  if (!row) return undefined;
  const tree = house.reference.get(organisations);
  const below = (id: string | null) => (id === null ? [] : subtree(tree, id));
  const holdings: Holding[] = (row.holdings ?? []).map(({ role, unit_id, ...only }) => {
    const [clauses, processes] = [only.clauses ?? [], only.processes ?? []];
    return {
      role,
      ...(unit_id === null ? {} : { unitIds: below(unit_id) }),
      ...(clauses.length + processes.length === 0 ? {} : { remit: remitFor(house, { clauses, processes }) }),
    };
  });
  const outside = holdings.length === 0 ? row.looked : null;
  return {
    id: personId,
    name: row.name,
    // Everybody who can sign in may at least report and follow their own; not who came to look, nor who is gone again.
    holdings: outside || holdings.some((h) => isLooker(h.role)) ? holdings : [...holdings, { role: 'user' }],
    teamIds: row.teamIds,
    orgUnitIds: [...new Set([...below(row.orgUnitId), ...below(row.customerId)])],
    channel,
    language: row.language,
    ...(tokenScopes ? { tokenScopes } : {}),
    ...(outside ? { outside } : {}),
  };
}

export const forgetActors = (house: House) => remembered.get(house)?.clear();

async function rowFor(house: House, personId: string): Promise<Row | undefined> {
  const cache = remembered.get(house) ?? new Map<string, { at: number; row: Row }>();
  remembered.set(house, cache);
  const known = cache.get(personId);
  if (known && Date.now() - known.at < rememberMs) return known.row;
  const [row] = await onConnection(house.pool, (tx) =>
    tx.run<Row>(
      'actor',
      `select r.title as name, p.language, r.org_unit_id as "orgUnitId", r.customer_id as "customerId",
         (select jsonb_agg(jsonb_build_object('role', h.role, 'unit_id', h.unit_id, 'clauses', h.clauses, 'processes', h.processes))
          from role_holder h join record hr on hr.id = h.id
          where h.person_id = p.id and hr.state = 'active' and h.valid_from <= $2::date
            and (h.valid_to is null or h.valid_to >= $2::date)) as holdings,
         (select jsonb_build_object('from', h.valid_from, 'to', h.valid_to) from role_holder h
          where h.person_id = p.id and h.role = any($3::text[]) order by h.valid_to desc nulls first, h.id desc limit 1) as looked,
         array(select t.id from team t where t.member_ids @> array[p.id]) as "teamIds"
       from person p join record r on r.id = p.id where p.id = $1 and r.state = 'active'`,
      [personId, new Date(house.now()).toISOString(), lookers],
    ),
  );
  if (!row) {
    cache.delete(personId);
    return undefined;
  }
  if (cache.size > 10_000) cache.clear();
  cache.set(personId, { at: Date.now(), row });
  return row;
}
