import { defineSnapshot } from '../../kernel/practice/reference.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { GroupRule } from './group-rule.fields.ts';

export async function ruleById(tx: Tx, id: string): Promise<GroupRule | undefined> {
  const [row] = await tx.run<GroupRule>(
    'group_rule_by_id',
    `select r.id, r.number, r.title, r.state, r.owner_id as "ownerId", t.edition, t.site_id as "siteId", t.adds_to_id as "addsToId", t.addition,
       t.obligation, t.statement, t.purpose, t.requirement, t.site_ids as "siteIds", t.effective_on::text as "effectiveOn",
       t.adopt_by::text as "adoptBy", t.bound, t.document_id as "documentId", t.promise, t.target_priority as "targetPriority",
       t.most_minutes as "mostMinutes", t.record_type as "recordType", t.within_days as "withinDays", t.role, t.course_id as "courseId",
       t.coverage_percent as "coveragePercent", t.attest_months as "attestMonths", t.review_months as "reviewMonths"
     from group_rule t join record r on r.id = t.id where t.id = $1`,
    [id],
  );
  return row;
}

/** Of every rule what decides which steps a site has: there are tens of them. */
export const groupRules = defineSnapshot({
  name: 'group-rules',
  on: ['group-rule'],
  load: async (tx) =>
    new Map(
      (
        await tx.run<Pick<GroupRule, 'id' | 'obligation' | 'bound' | 'attestMonths'>>(
          'all_group_rules',
          'select id, obligation, bound, attest_months as "attestMonths" from group_rule',
        )
      ).map((rule) => [rule.id, rule]),
    ),
});

/** The number of another draft that is to follow the same rule. */
export async function draftAfter(tx: Tx, formerId: string, id: string): Promise<string | undefined> {
  const [row] = await tx.run<{ number: string }>(
    'group_rule_draft',
    `select r.number from group_rule t join record r on r.id = t.id
     where t.supersedes_id = $1 and t.id <> $2 and r.state = 'draft' limit 1`,
    [formerId, id],
  );
  return row?.number;
}

/** Of these organisations those that are branches in use. */
export async function branchesAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.run<{ id: string }>(
    'branches_among',
    `select o.id from organisation o join record r on r.id = o.id
     where o.id = any($1::uuid[]) and o.kind = 'branch' and r.state = 'active'`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Who has adoptions of this site in hand. */
export async function leadsOf(tx: Tx, siteId: string): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    'site_leads',
    `select distinct r.owner_id as id from rule_adoption a join record r on r.id = a.id
     where a.site_id = $1 and r.owner_id is not null and r.state <> 'ended'`,
    [siteId],
  );
  return rows.map(({ id }) => id);
}

/** Who leads the whole system, and not one site of it. */
export async function headquarters(tx: Tx, day: string): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    'headquarters',
    `select distinct h.person_id as id from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id
     where h.role = 'sms-manager' and h.unit_id is null and hr.state = 'active' and p.state = 'active'
       and h.valid_from <= $1::date and (h.valid_to is null or h.valid_to >= $1::date) order by id`,
    [day],
  );
  return rows.map(({ id }) => id);
}

type Site = { readonly id: string; readonly number: string; readonly title: string };

export const branches = (tx: Tx): Promise<Site[]> =>
  tx.run<Site>(
    'sites',
    `select r.id, r.number, r.title from organisation o join record r on r.id = o.id
     where o.kind = 'branch' and r.state = 'active' order by r.id limit 500`,
  );
