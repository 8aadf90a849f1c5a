import { sql } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { organisations, subtree } from '../../kernel/directory/organisation.snapshot.ts';
import type { House } from '../../kernel/practice/house.ts';
import { clausesIn, speaksOf } from './audit.scope.ts';
import type { InternalAudit } from './audit.fields.ts';

/** Who runs what, by the roles of processes.md 0.2: whoever holds one of them does not audit these clauses. */
const runBy: readonly (readonly [clause: string, roles: readonly string[]])[] = [
  ['4', ['sms-manager', 'top-management']],
  ['5', ['sms-manager', 'top-management']],
  ['6', ['sms-manager', 'top-management']],
  ['7', ['sms-manager']],
  ['7.5', ['document-controller']],
  ['7.6', ['knowledge-manager']],
  ['8.1', ['sms-manager']],
  ['8.2.2', ['service-owner']],
  ['8.2.4', ['service-owner']],
  ['8.2.5', ['asset-manager']],
  ['8.2.6', ['configuration-manager']],
  ['8.3.2', ['business-relationship-manager']],
  ['8.3.3', ['service-level-manager']],
  ['8.5.1', ['change-manager']],
  ['8.5.2', ['transition-manager']],
  ['8.5.3', ['release-manager']],
  ['8.6.1', ['incident-manager', 'service-desk-lead']],
  ['8.6.2', ['service-desk-lead']],
  ['8.6.3', ['problem-manager']],
  ['9.1', ['sms-manager']],
  ['9.3', ['top-management', 'sms-manager']],
  ['9.4', ['service-level-manager', 'sms-manager']],
  ['10', ['sms-manager']],
];

/** Why somebody may not audit this: a word, and what it is about. */
export type Partiality = {
  readonly personId: string;
  readonly name: string;
  readonly why:
    | 'not_an_auditor'
    | 'auditee'
    | 'role'
    | 'service'
    | 'unit'
    | 'requirement'
    | 'programme'
    | 'own_work';
  readonly about: string;
};
type Asked = Pick<
  InternalAudit,
  'clauses' | 'processes' | 'serviceIds' | 'unitIds' | 'auditeeIds' | 'programmeId'
>;

/** Work of the year before counts: whoever did it would look at their own. */
const workDays = 365;

/** S5 [STD]: nobody audits their own work or area. Everything that speaks against each of these people. */
export async function partialities(
  tx: Tx,
  house: House,
  audit: Asked,
  personIds: readonly string[],
): Promise<Partiality[]> {
  if (personIds.length === 0) return [];
  const clauses = [...clausesIn(audit)];
  const roles = runBy.flatMap(([clause, held]) =>
    clauses.some((one) => speaksOf([clause], one)) ? held : [],
  );
  const tree = house.reference.get(organisations);
  const units = (audit.unitIds ?? []).flatMap((id) => subtree(tree, id));
  const { rows } = await sql<Partiality>`
    with someone as (select p.id, p.title as name, p.org_unit_id from record p where p.id = any(${personIds}::uuid[])),
      held as (select h.person_id, h.role, h.unit_id from role_holder h join record r on r.id = h.id and r.state = 'active'
        where h.person_id = any(${personIds}::uuid[]) and h.valid_from <= ${today(house)}::date
          and (h.valid_to is null or h.valid_to >= ${today(house)}::date))
    select distinct s.id as "personId", s.name, x.why, x.about from someone s, lateral (
      select 'not_an_auditor' as why, '' as about
        where not exists (select 1 from held h where h.person_id = s.id and h.role = 'internal-auditor')
      union all select 'auditee', '' where s.id = any(${audit.auditeeIds ?? []}::uuid[])
      union all select 'role', h.role from held h where h.person_id = s.id and h.role = any(${roles}::text[])
      union all select 'service', v.title from record v
        where v.id = any(${audit.serviceIds ?? []}::uuid[]) and v.owner_id = s.id
      union all select 'unit', o.title from record o where o.id = any(${units}::uuid[])
        and (exists (select 1 from held h where h.person_id = s.id and h.role = 'unit-manager' and h.unit_id = o.id)
          or (o.id = s.org_unit_id and exists (select 1 from organisation u where u.id = o.id and u.parent_id is not null)))
      union all select 'requirement', t.requirement from requirement_assessment t join record a on a.id = t.id
        where a.owner_id = s.id and split_part(t.requirement, '-', 1) = any(${clauses}::text[])
      union all select 'programme', g.number from record g
        where g.id = ${audit.programmeId}::uuid and g.owner_id = s.id and '9.2' = any(${clauses}::text[])
      union all (select 'own_work', w.number from record w
        where w.owner_id = s.id and w.type = any(${typesOf(house, clauses)}::text[])
          and w.updated_at > ${new Date(house.now() - workDays * 86_400_000).toISOString()} limit 1)
    ) x order by s.name, x.why, x.about`.execute(tx.db);
  return rows;
}

const today = (house: House) => new Date(house.now()).toISOString();

/** Records that the work under these clauses makes; audits and what follows from them are the auditors' own tool. */
const typesOf = (house: House, clauses: readonly string[]): string[] =>
  house.practices
    .filter(({ name }) => name !== 'internal-audit' && name !== 'audit-workspace' && name !== 'actions')
    .filter((practice) => practice.clauses.some((own) => clauses.some((one) => speaksOf([own], one))))
    .flatMap(({ records }) => records.map(({ type }) => type));
