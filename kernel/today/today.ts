import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { actsOnAll, visible } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import type { Phase } from '../process/process.ts';
import { perType, type RecordType } from '../record/record.ts';
import { clocksOf, presentClock } from '../record/present.ts';

/** Whose turn it is, seen from one person. */
export const groupNames = ['my_turn', 'nobodys', 'others_turn', 'to_confirm'] as const;
export type GroupName = (typeof groupNames)[number];

type Entry = {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly priority: number | null;
  readonly nextDue: string | null;
  readonly updatedAt: string;
  readonly requester: string | null;
};
export type Group = {
  readonly name: GroupName;
  readonly items: readonly (Entry & { readonly plural: string; readonly clocks: readonly object[] })[];
  readonly more: boolean;
};

/** A page is a morning's look, not a queue: what does not fit is one click away in the queue itself. */
const mostShown = 12;

/** Work goes back and forth between people; a service or a person is open for years and nobody's turn. */
const isWorkedOn = perType(({ process, register }) => {
  if (register) return false;
  const found = new Set<Phase>(Object.values(process.states));
  return found.has('waiting') || found.has('done');
});

/** What waits for this person across all record types, the next promise first. */
export async function today(tx: Tx, house: House, actor: Actor): Promise<Group[]> {
  const types = [...house.types.values()].filter(isWorkedOn);
  if (types.length === 0 || actor.id === null) return [];
  const groups: Group[] = [];
  for (const name of groupNames) groups.push(await group(tx, house, types, actor, name));
  return groups;
}

async function group(
  tx: Tx,
  house: House,
  types: readonly RecordType[],
  actor: Actor,
  name: GroupName,
): Promise<Group> {
  // One branch per type and way, each with its own limit: every one of them is a walk along an index of queues.
  const branches = types.flatMap((type) => {
    const { ways, phases } = wanted(name, actor, type);
    const states = Object.entries(type.process.states).flatMap(([state, phase]) =>
      phases.includes(phase) ? [state] : [],
    );
    if (states.length === 0) return [];
    return ways.map(
      (
        who,
      ) => sql`(select r.id, r.type, r.number, r.title, r.state, r.priority, r.next_due, r.updated_at, r.requester_id
        from record r where ${sql.raw(`r.type = '${type.type}'`)} and ${who} and r.state = any(${states}::text[])
          and ${visible(type.access, actor)}
        order by ${name === 'to_confirm' ? sql`r.id desc` : sql`r.next_due, r.id`} limit ${mostShown + 1})`,
    );
  });
  if (branches.length === 0) return { name, items: [], more: false };
  const { rows } = await sql<Entry>`
    select x.id, x.type, x.number, x.title, x.state, x.priority, nullif(x.next_due, 'infinity') as "nextDue",
      x.updated_at as "updatedAt", p.title as requester
    from (${sql.join(branches, sql` union all `)}) x left join record p on p.id = x.requester_id
    order by x.next_due, x.id limit ${mostShown + 1}`.execute(tx.db);
  const shown = rows.slice(0, mostShown);
  const clocks = await clocksOf(
    tx,
    shown.map(({ id }) => id),
  );
  return {
    name,
    more: rows.length > mostShown,
    items: shown.map((row) => ({
      ...row,
      plural: house.types.get(row.type)?.plural ?? row.type,
      clocks: (clocks.get(row.id) ?? []).map(presentClock),
    })),
  };
}

type Wanted = { readonly ways: readonly RawBuilder<boolean>[]; readonly phases: readonly Phase[] };

function wanted(name: GroupName, actor: Actor, type: RecordType): Wanted {
  const mine = sql<boolean>`r.open and r.owner_id = ${actor.id}`;
  const untaken = sql<boolean>`r.open and r.owner_id is null`;
  switch (name) {
    case 'my_turn':
      return { ways: [mine], phases: ['new', 'active'] };
    case 'nobodys': {
      const withMyTeams = sql<boolean>`${untaken} and r.team_id = any(${sql.val(actor.teamIds)}::uuid[])`;
      // What has no team yet waits for whoever sorts all of it.
      const unsorted = sql<boolean>`${untaken} and r.team_id is null`;
      const sorts = type.base.includes('teamId') && actsOnAll(type.access, actor);
      return { ways: sorts ? [withMyTeams, unsorted] : [withMyTeams], phases: ['new', 'active'] };
    }
    case 'others_turn':
      return { ways: [mine], phases: ['waiting'] };
    case 'to_confirm':
      return { ways: [sql<boolean>`r.requester_id = ${actor.id}`], phases: ['done'] };
  }
}

export type Promises = { readonly overdue: number; readonly today: number };

/** How many promises of mine and of my teams are broken already, and how many fall due before `until`. Counted to 1,000. */
export async function promises(
  tx: Tx,
  house: House,
  actor: Actor,
  until: number,
): Promise<{ mine: Promises; teams: Promises }> {
  const now = new Date(house.now()).toISOString();
  const counted = (who: RawBuilder<boolean>, from: string, to: string) =>
    sql<number>`(select count(*)::integer from (select 1 from record r where r.open and ${who}
      and r.next_due > ${from}::timestamptz and r.next_due <= ${to}::timestamptz limit 1000) x)`;
  const mine = sql<boolean>`r.owner_id = ${actor.id}`;
  const teams = sql<boolean>`r.team_id = any(${sql.val(actor.teamIds)}::uuid[])`;
  const end = new Date(until).toISOString();
  const { rows } = await sql<{ mo: number; mt: number; to: number; tt: number }>`
    select ${counted(mine, '-infinity', now)} as mo, ${counted(mine, now, end)} as mt,
      ${counted(teams, '-infinity', now)} as "to", ${counted(teams, now, end)} as tt`.execute(tx.db);
  const [row] = rows;
  return {
    mine: { overdue: row?.mo ?? 0, today: row?.mt ?? 0 },
    teams: { overdue: row?.to ?? 0, today: row?.tt ?? 0 },
  };
}
