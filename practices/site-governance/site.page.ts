import type { Actor } from '../../kernel/access/actor.ts';
import { staff } from '../../kernel/access/roles.ts';
import { dayIn } from '../../kernel/calendar/home-days.ts';
import { organisations } from '../../kernel/directory/organisation.snapshot.ts';
import { sites } from '../../kernel/directory/sites.ts';
import { firstId } from '../../kernel/evidence/count.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { standings } from './standing.ts';

const processDays = 90;

type Person = { readonly staff: number; readonly without: number };
type Process = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly clause: string | null;
  readonly types: readonly string[];
};
type Course = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly asked: number;
  readonly done: number;
  readonly lacking: readonly string[];
};

/** All that a site has of the group's system: what it adopts, who works there in which role, what they learn, what runs. */
export async function siteStands(tx: Tx, house: House, actor: Actor, siteId: string) {
  const siteOf = sites(house.reference.get(organisations));
  const units = [...house.reference.get(organisations).parentOf.keys()].filter((id) => siteOf(id) === siteId);
  const day = dayIn(house.reference.settings, house.now());
  const cells = await standings(tx, house, actor, { siteId });
  const [people] = await tx.run<Person>(
    'site_people',
    `select count(*)::int as staff, (count(*) filter (where not exists (select 1 from role_holder h join record hr on hr.id = h.id
         where h.person_id = r.id and hr.state = 'active' and h.valid_from <= $2::date and (h.valid_to is null or h.valid_to >= $2::date))))::int as without
     from record r join person p on p.id = r.id where r.type = 'person' and r.state = 'active' and p.kind = 'staff' and r.org_unit_id = any($1::uuid[])`,
    [units, day],
  );
  return {
    day,
    units,
    cells,
    people: people ?? { staff: 0, without: 0 },
    roles: await rolesAt(tx, units, day),
    courses: await coursesAt(tx, units, day),
    processes: await processesAt(tx, house, units),
  };
}

const rolesAt = (tx: Tx, units: readonly string[], day: string) =>
  tx.run<{ role: string; holders: number; ids: readonly string[] }>(
    'site_roles',
    `select h.role, count(distinct h.person_id)::int as holders, (array_agg(h.id order by h.id))[1:50] as ids from role_holder h
       join record hr on hr.id = h.id and hr.state = 'active' join record p on p.id = h.person_id and p.state = 'active'
     where coalesce(h.unit_id, p.org_unit_id) = any($1::uuid[]) and h.role = any($3::text[]) and h.valid_from <= $2::date
       and (h.valid_to is null or h.valid_to >= $2::date) group by 1 order by 1`,
    [units, day, staff],
  );

/** Courses for everybody, and for the roles that people of the site hold: who was in them, and who still has to. */
const coursesAt = (tx: Tx, units: readonly string[], day: string) =>
  tx.run<Course>(
    'site_courses',
    `with people as (
       select r.id, array(select h.role from role_holder h join record hr on hr.id = h.id where h.person_id = r.id and hr.state = 'active'
         and h.valid_from <= $2::date and (h.valid_to is null or h.valid_to >= $2::date)) as roles
       from record r join person p on p.id = r.id where r.type = 'person' and r.state = 'active' and p.kind = 'staff' and r.org_unit_id = any($1::uuid[])
     ), asked as (
       select c.id as course, p.id, exists (select 1 from training_session s join record sr on sr.id = s.id where s.course_id = c.id
           and sr.state in ('held', 'checked') and s.attended_ids @> array[p.id]
           and (c.repeat_months is null or s.held_on > $2::date - make_interval(months => c.repeat_months)))
         or exists (select 1 from quiz_attempt q where q.person_id = p.id and q.course_id = c.id and q.passed) as done
       from training_course c join record cr on cr.id = c.id and cr.state = 'offered'
         join people p on c.for_everybody or c.roles && p.roles
           or exists (select 1 from competence_profile f join record fr on fr.id = f.id and fr.state = 'in_force'
             where c.id = any(f.course_ids) and f.role = any(p.roles))
     )
     select r.id, r.number, r.title, count(*)::int as asked, (count(*) filter (where a.done))::int as done,
       coalesce((array_agg(a.id order by a.id) filter (where not a.done))[1:50], '{}') as lacking
     from asked a join record r on r.id = a.course group by r.id, r.number, r.title order by r.number limit 100`,
    [units, day],
  );

/** Every process of the system, with how often it ran here in the last ninety days and when it did last. */
async function processesAt(tx: Tx, house: House, units: readonly string[]) {
  const all = await tx.run<Process>(
    'site_processes',
    `select r.id, r.number, r.title, t.clause, t.record_types as types from sms_process t join record r on r.id = t.id
     where r.state = 'active' order by t.clause, r.number limit 100`,
  );
  const types = [...new Set(all.flatMap((one) => one.types))].filter((type) => house.types.has(type));
  const ran = await tx.run<{ type: string; n: number; last: string }>(
    'site_ran',
    `select r.type, count(*)::int as n, max(r.created_at) as last from record r left join record o on o.id = r.owner_id
     where r.type = any($1::text[]) and r.id >= $2::uuid and coalesce(r.org_unit_id, o.org_unit_id) = any($3::uuid[]) group by 1`,
    [types, firstId(new Date(house.now() - processDays * 86_400_000).toISOString()), units],
  );
  const by = new Map(ran.map((row) => [row.type, row]));
  return all.map(({ types: own, ...process }) => {
    const mine = own.flatMap((type) => by.get(type) ?? []);
    return {
      ...process,
      type: own[0] ?? null,
      plural: house.types.get(own[0] ?? '')?.plural ?? null,
      n: mine.reduce((sum, { n }) => sum + n, 0),
      last: mine.map(({ last }) => last).toSorted().at(-1) ?? null,
    };
  }); // prettier-ignore
}
