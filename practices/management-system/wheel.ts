import type { Tx } from '../../platform/db/tx.ts';
import { seesType } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { organisations } from '../../kernel/directory/organisation.snapshot.ts';
import { sites } from '../../kernel/directory/sites.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { firstId } from '../../kernel/evidence/count.ts';
import { answersOn, lastDay, type Kept } from '../../kernel/evidence/history.ts';
import { plannedCounts, type PlannedCount } from '../../kernel/planned/planned.ts';
import type { House } from '../../kernel/practice/house.ts';
import { phaseOf, standard, type Phase } from '../../standard/catalogue.ts';
import { confirmedQuiet, pulseOf, vitality } from './vitality.ts';

const phases: readonly Phase[] = ['plan', 'do', 'check', 'act'];
const dayMs = 86_400_000;

type Owed = { readonly overdue: number; readonly soon: number; readonly later: number };
const none: Owed = { overdue: 0, soon: 0, later: 0 };
const sum = (all: readonly Owed[]): Owed =>
  all.reduce<Owed>(
    (a, b) => ({ overdue: a.overdue + b.overdue, soon: a.soon + b.soon, later: a.later + b.later }),
    none,
  );

/** What Plan–Do–Check–Act owes on a day, by phase and by site, and which practices live. */
export async function wheel(tx: Tx, house: House, actor: Actor, given: { today: string; site?: string }) {
  const all = await plannedCounts(tx, house, actor, given.today);
  const siteOf = sites(house.reference.get(organisations));
  const here = given.site === undefined ? all : all.filter((c) => siteOf(c.orgUnitId) === given.site);
  const bySite = Map.groupBy(all, (c) => siteOf(c.orgUnitId));
  const named = await referencesTo(tx, new Set([...bySite.keys()].filter((id) => id !== null)));
  const answers = await answersByPhase(tx);
  const alive = await living(tx, house, actor);
  const met = [...answers.values()].reduce((all, { met, of }) => ({ met: all.met + met, of: all.of + of }), {
    met: 0,
    of: 0,
  });
  return {
    day: given.today,
    phases: phases.map((phase) => {
      const counts = here.filter((c) => phaseOf(c.clause) === phase);
      return {
        phase,
        ...sum(counts),
        kinds: kindsOf(house, counts),
        requirements: answers.get(phase) ?? null,
      };
    }),
    sites: [...bySite].map(([id, counts]) => ({ id, ...sum(counts) })),
    refs: named,
    living: alive,
    vitality: await vitality(tx, house, actor, alive, met),
  };
}

/** One line for each kind of plan: of a type the day of one field. */
const kindsOf = (house: House, counts: readonly PlannedCount[]) =>
  [...Map.groupBy(counts, (c) => `${c.type}.${c.field}`).values()].map((same) => {
    const [{ type, plural, field, clause } = {} as PlannedCount] = same;
    const owed = house.planned.find((part) => part.type === type && part.field === field)?.owed ?? [];
    return { type, plural, field, clause, owed, ...sum(same) };
  });

/** Of the requirements that were answered last: how many are met, of how many. */
async function answersByPhase(tx: Tx) {
  const day = await lastDay(tx);
  const kept = day === undefined ? new Map<string, Kept>() : await answersOn(tx, day);
  return new Map(
    phases.map((phase) => {
      const ids = standard().requirements.filter((r) => r.phase === phase && kept.has(r.id));
      const count = (status: string) => ids.filter((r) => kept.get(r.id)?.status === status).length;
      return [phase, { of: ids.length, met: count('met'), partly: count('partly'), missing: count('missing') + count('failed') }] as const;
    }),
  ); // prettier-ignore
}

/** When somebody last touched a record of each practice, and how many began in the last month and in the two before. */
async function living(tx: Tx, house: House, actor: Actor) {
  const ago = (days: number) => firstId(new Date(house.now() - days * dayMs).toISOString());
  const practices = house.practices.flatMap((practice) => {
    const types = practice.records.filter((type) => seesType(type.access, actor, type.type));
    return types.length === 0 || practice.clauses.length === 0 ? [] : [{ practice, types }];
  });
  const rows = await tx.run<{ type: string; last: string | null; month: number; before: number }>(
    'living',
    `select w.type, (select max(updated_at) from record r where r.type = w.type) as last,
       (select count(*) from (select 1 from record r where r.type = w.type and r.id >= $2::uuid limit 10000) x)::int as month,
       (select count(*) from (select 1 from record r where r.type = w.type and r.id >= $3::uuid and r.id < $2::uuid limit 10000) x)::int as before
     from unnest($1::text[]) as w(type)`,
    [practices.flatMap(({ types }) => types.map(({ type }) => type)), ago(30), ago(90)],
  );
  const by = new Map(rows.map((row) => [row.type, row]));
  const confirmed = await confirmedQuiet(tx, house);
  return practices.map(({ practice, types }) => {
    const mine = types.flatMap(({ type }) => by.get(type) ?? []);
    const last = mine.flatMap((row) => row.last ?? []).toSorted().at(-1) ?? null;
    const month = mine.reduce((n, row) => n + row.month, 0);
    const before = mine.reduce((n, row) => n + row.before, 0);
    return {
      practice: practice.name,
      clauses: practice.clauses,
      type: types[0]?.type ?? '',
      plural: types[0]?.plural ?? '',
      last,
      month,
      before,
      pulse: pulseOf({ last, month, before }, house.now(), types.some(({ type }) => confirmed.has(type))),
    };
  }); // prettier-ignore
}
