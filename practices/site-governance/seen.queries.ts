import { staff } from '../../kernel/access/roles.ts';
import { unitsOfSites, type sites } from '../../kernel/directory/sites.ts';
import { organisations } from '../../kernel/directory/organisation.snapshot.ts';
import { firstId } from '../../kernel/evidence/count.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Bound } from './group-rule.fields.ts';

/** A rule that is bound to something, with what it is bound to. */
export type BoundRule = {
  readonly ruleId: string;
  readonly bound: Bound;
  readonly documentId: string | null;
  readonly promise: string | null;
  readonly targetPriority: number | null;
  readonly mostMinutes: number | null;
  readonly recordType: string | null;
  readonly withinDays: number | null;
  readonly role: string | null;
  readonly courseId: string | null;
};

/** What was found at one site of what a rule asks: how many of how many, or the longest promise, and the records of it. */
export type Seen = {
  readonly ruleId: string;
  /** Null: what holds wherever a site has nothing of its own. */
  readonly siteId: ReturnType<ReturnType<typeof sites>>;
  readonly found: number;
  readonly of: number;
  readonly ids: readonly string[];
};

const shown = 50;
const unit = `unit as (select * from unnest($2::uuid[], $3::uuid[]) as u(unit_id, site_id))`;

/** The people a document is for, by the list that its readers and its figure rest on, and who of them has acknowledged it. */
const documents = `with ${unit}, asked as (
    select w."ruleId", u.site_id, a.id, k.person_id is not null as done
    from jsonb_to_recordset($1::jsonb) as w("ruleId" uuid, "documentId" uuid)
      join document d on d.id = w."documentId" and d.effective_version is not null join record dr on dr.id = d.id and dr.state <> 'obsolete'
      cross join lateral document_addressees(d.id, $4::date, $5::text[]) as a(id)
      join record p on p.id = a.id join unit u on u.unit_id = p.org_unit_id
      left join document_acknowledgement k on k.document_id = d.id and k.person_id = a.id
        and k.major = split_part(d.effective_version, '.', 1)::int)
  select "ruleId", site_id as "siteId", (count(*) filter (where done))::int as found, count(*)::int as of,
    coalesce((array_agg(id order by id) filter (where not done))[1:${shown}], '{}') as ids
  from asked group by 1, 2`;

/** Who works at the site, and who of them was in the course within its time, or passed its quiz. */
const trainings = `with ${unit}, asked as (
    select w."ruleId", u.site_id, p.id, exists (select 1 from training_session s join record sr on sr.id = s.id
        where s.course_id = c.id and sr.state in ('held', 'checked') and s.attended_ids @> array[p.id]
          and (c.repeat_months is null or s.held_on > $4::date - make_interval(months => c.repeat_months)))
      or exists (select 1 from quiz_attempt q where q.person_id = p.id and q.course_id = c.id and q.passed
          and (c.repeat_months is null or q.taken_on > $4::date - make_interval(months => c.repeat_months))) as done
    from jsonb_to_recordset($1::jsonb) as w("ruleId" uuid, "courseId" uuid) join training_course c on c.id = w."courseId"
      join unit u on true join record p on p.org_unit_id = u.unit_id and p.type = 'person' and p.state = 'active'
      join person x on x.id = p.id and x.kind = 'staff')
  select "ruleId", site_id as "siteId", (count(*) filter (where done))::int as found, count(*)::int as of,
    coalesce((array_agg(id order by id) filter (where not done))[1:${shown}], '{}') as ids
  from asked group by 1, 2`;

/** Held for the site, or by somebody who works there. */
const holders = `with ${unit}
  select w."ruleId", u.site_id as "siteId", count(*)::int as found, count(*)::int as of, (array_agg(h.id order by h.id))[1:${shown}] as ids
  from jsonb_to_recordset($1::jsonb) as w("ruleId" uuid, role text)
    join role_holder h on h.role = w.role and h.valid_from <= $4::date and (h.valid_to is null or h.valid_to >= $4::date)
    join record hr on hr.id = h.id and hr.state = 'active' join record p on p.id = h.person_id and p.state = 'active'
    join unit u on u.unit_id = coalesce(h.unit_id, p.org_unit_id)
  group by 1, 2`;

/** Begun within its days: the unit that a record belongs to says where, else its owner's. */
const processes = `with ${unit}
  select w."ruleId", u.site_id as "siteId", count(*)::int as found, count(*)::int as of, (array_agg(r.id order by r.id desc))[1:${shown}] as ids
  from jsonb_to_recordset($1::jsonb) as w("ruleId" uuid, "recordType" text, since uuid)
    join record r on r.type = w."recordType" and r.id >= w.since
    left join record o on o.id = r.owner_id
    join unit u on u.unit_id = coalesce(r.org_unit_id, o.org_unit_id)
  group by 1, 2`;

/** The longest promise of the agreements in force at a site; where it has none of its own, of those that are for everybody. */
const targets = `with ${unit}, promised as (
    select w."ruleId", w."mostMinutes", a.id, a.every_customer, r.customer_id, r.org_unit_id,
      (a.targets -> w."targetPriority"::text -> w.promise ->> 'minutes')::int as minutes
    from jsonb_to_recordset($1::jsonb) as w("ruleId" uuid, promise text, "targetPriority" int, "mostMinutes" int)
      join agreement a on a.kind = 'sla' and a.valid_from <= $4::date and (a.valid_to is null or a.valid_to >= $4::date)
      join record r on r.id = a.id and r.state in ('active', 'in_review')
    where a.targets -> w."targetPriority"::text -> w.promise ->> 'minutes' is not null)
  select p."ruleId", u.site_id as "siteId", max(p.minutes) as found, count(distinct p.id)::int as of,
    (array_agg(distinct p.id))[1:${shown}] as ids
  from promised p join unit u on u.unit_id in (p.customer_id, p.org_unit_id) group by 1, 2
  union all
  select p."ruleId", null, max(p.minutes), count(*)::int, (array_agg(p.id order by p.minutes desc))[1:${shown}]
  from promised p where p.customer_id is null and p.every_customer group by 1`;

/** What is found at every site of each rule that is bound to something, one query for each kind of binding. */
export async function seenAt(
  tx: Tx,
  house: House,
  rules: readonly BoundRule[],
  day: string,
): Promise<ReadonlyMap<string, Seen>> {
  const { units, sites: of } = unitsOfSites(house.reference.get(organisations));
  const found = new Map<string, Seen>();
  const ask = async (bound: Bound, text: string, more: readonly unknown[] = [day]) => {
    const mine = rules.filter((rule) => rule.bound === bound);
    if (mine.length === 0) return;
    const given = mine.map((rule) => ({ ...rule, since: sinceOf(rule, house.now()) }));
    const rows = await tx.run<Seen>(`seen_${bound}`, text, [JSON.stringify(given), units, of, ...more]);
    for (const row of rows) found.set(placeOf(row.ruleId, row.siteId), row);
  };
  await ask('document', documents, [day, staff]);
  await ask('training', trainings);
  await ask('role', holders);
  await ask('process', processes, []);
  await ask('target', targets);
  return found;
}

export const placeOf = (ruleId: string, siteId: string | null) => `${ruleId} ${siteId ?? ''}`;

const sinceOf = ({ withinDays }: BoundRule, now: number) =>
  withinDays === null ? null : firstId(new Date(now - withinDays * 86_400_000).toISOString());
