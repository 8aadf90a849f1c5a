import { sql } from 'kysely';
import { staff } from '../../kernel/access/roles.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { seesType, visible } from '../../kernel/access/access.ts';
import { homeZone } from '../../kernel/calendar/home-days.ts';
import { organisations } from '../../kernel/directory/organisation.snapshot.ts';
import { unitsOfSites } from '../../kernel/directory/sites.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { breakdown, evaluate, type Figure } from '../../kernel/measure/evaluate.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { timeSaved, type Period } from './time-saved.ts';

type Use = { readonly key: string; readonly label: string | null; readonly people: number; readonly active: number }; // prettier-ignore

/** What is reused, by the figures of the practices that keep it. */
const used = [
  'incident.portal_share',
  'incident.solved_by_article',
  'article.used',
  'article_feedback.deflected',
];
const quickDays = 90;

/**
 * Whether people use the system and have something of it (7.3). Somebody is active who did something in the period that
 * the trail keeps. Told in numbers only: nobody is named for having done nothing.
 */
export async function adoption(tx: Tx, house: House, actor: Actor, words: WordsFor, period: Period) {
  const figures: (Figure & { name: string; formula: string })[] = [];
  for (const key of used) {
    const measure = measureNamed(house, key);
    if (!measure) continue;
    const say = (group: string) => words(key.replace('.', `.${group}.`), {}, actor.language);
    figures.push({
      ...(await evaluate(tx, house, measure, actor, {}, period)),
      name: say('measure'),
      formula: say('formula'),
    });
  }
  return {
    ...period,
    ...(await activity(tx, house, period)),
    figures,
    reuse: await reuseByTeam(tx, house, actor, period),
    saved: await timeSaved(tx, house, actor, period),
    wins: await quickWins(tx, house, actor, period),
  };
}

/** Of how many who work inside how many did something: in all, by team, role and site, and month by month. */
async function activity(tx: Tx, house: House, { from, to }: Period) {
  const { units, sites } = unitsOfSites(house.reference.get(organisations));
  const rows = await tx.run<Use & { part: 'all' | 'team' | 'role' | 'site' }>(
    'adoption_activity',
    `with active as materialized (
       select distinct actor_id as id from trail_event where at >= $1::timestamptz and at < $2::timestamptz and actor_id is not null and channel <> 'import'
     ), held as (
       select h.person_id as id, h.role from role_holder h join record hr on hr.id = h.id and hr.state = 'active'
       where h.role = any($3::text[]) and h.valid_from <= $2::date and (h.valid_to is null or h.valid_to >= $1::date)
     ), people as (
       select r.id, r.org_unit_id, a.id is not null as did from record r left join active a on a.id = r.id
       where r.type = 'person' and r.state = 'active' and r.id in (select id from held)
     )
     select 'all' as part, '' as key, null as label, count(*)::int as people, (count(*) filter (where did))::int as active from people
     union all
     select 'team', t.id::text, r.title, count(*)::int, (count(*) filter (where p.did))::int
       from team t join record r on r.id = t.id and r.state = 'active' join people p on p.id = any(t.member_ids) group by t.id, r.title
     union all
     select 'role', h.role, null, count(distinct p.id)::int, (count(distinct p.id) filter (where p.did))::int
       from held h join people p on p.id = h.id group by h.role
     union all
     select 'site', u.site_id::text, s.title, count(*)::int, (count(*) filter (where p.did))::int
       from people p join unnest($4::uuid[], $5::uuid[]) as u(unit_id, site_id) on u.unit_id = p.org_unit_id join record s on s.id = u.site_id
       group by u.site_id, s.title
     order by 1, 4 desc, 2`,
    [from, to, staff, units, sites],
  );
  const part = (name: string) =>
    rows
      .filter((row) => row.part === name)
      .map(({ key, label, people, active }): Use => ({ key, label, people, active }));
  const [all] = part('all');
  return {
    all: { people: all?.people ?? 0, active: all?.active ?? 0 },
    teams: part('team'),
    roles: part('role'),
    sites: part('site'),
    months: await byMonth(tx, house, to),
  };
}

/** How many acted in each of the last six months until then, as the organisation counts months. */
function byMonth(tx: Tx, house: House, to: string) {
  const zone = house.reference.settings.get(homeZone).value;
  const last = Temporal.Instant.from(to).subtract({ seconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().with({ day: 1 }); // prettier-ignore
  const at = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds).toISOString();
  const begins = Array.from({ length: 6 }, (_, i) => last.subtract({ months: 5 - i }));
  return tx.run<{ from: string; active: number }>(
    'adoption_months',
    `select m.begins as "from", count(distinct e.actor_id)::int as active
     from unnest($1::timestamptz[], $2::timestamptz[]) as m(begins, ends)
       left join trail_event e on e.at >= m.begins and e.at < m.ends and e.channel <> 'import'
         and e.actor_id in (select h.person_id from role_holder h where h.role = any($3::text[]))
     group by 1 order by 1`,
    [begins.map(at), begins.map((day) => (day.equals(last) ? to : at(day.add({ months: 1 })))), staff],
  );
}

async function reuseByTeam(tx: Tx, house: House, actor: Actor, period: Period) {
  const measure = measureNamed(house, 'incident.solved_by_article');
  if (!measure) return [];
  const found = await breakdown(tx, house, measure, actor, {}, period, 'teamId');
  return found.flatMap(({ group, value, n, numerator, records }) =>
    group === null ? [] : [{ teamId: group, value, n, numerator: numerator ?? 0, records: records.all ?? null }],
  ); // prettier-ignore
}

type Win = {
  readonly number: string;
  readonly title: string;
  readonly unit: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly days: number;
};

/** Improvements that reached what they promised, and were there within ninety days of the idea. */
async function quickWins(tx: Tx, house: House, actor: Actor, { from, to }: Period): Promise<Win[]> {
  const { access, type } = typeNamed(house, 'improvement');
  if (!seesType(access, actor, type)) return [];
  const { rows } = await sql<Win>`
    select r.number, r.title, t.unit, t.baseline_value as before, t.found_value as after,
      ceil(extract(epoch from t.implemented_at - r.created_at) / 86400)::int as days
    from record r join improvement t on t.id = r.id
    where r.type = 'improvement' and r.state in ('measured', 'reported') and t.target_met and t.implemented_at >= ${from}::timestamptz
      and t.implemented_at < ${to}::timestamptz and t.implemented_at < r.created_at + make_interval(days => ${quickDays}) and ${visible(access, actor)}
    order by days, r.id limit 20`.execute(tx.db);
  return rows;
}
