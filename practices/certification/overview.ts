import { sql } from 'kysely';
import { seesType, visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { dayIn } from '../../kernel/calendar/home-days.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { certificate } from './certificate.record.ts';
import type { Certificate } from './certificate.fields.ts';
import { compareWithScope } from './scope.compare.ts';
import { standingOf } from './standing.ts';

type Audit = {
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly dueOn: string | null;
  readonly plannedOn: string | null;
  readonly heldOn: string | null;
};
type Row = Pick<
  Certificate,
  | 'id' | 'number' | 'title' | 'state' | 'standard' | 'edition' | 'body' | 'certificateNumber' | 'issuedOn' | 'expiresOn' | 'recertifyBy'
  | 'verifiedOn' | 'publicToken' | 'suspendedUntil' | 'scopeStatementId' | 'serviceIds' | 'siteIds' | 'holder' | 'scopeText' | 'scopeTextZh'
> & { readonly audits: readonly Audit[] }; // prettier-ignore

/** Every certificate that is not over, with its cycle and where it parts from the scope; and how many persons hold one. */
export async function certificationOverview(tx: Tx, house: House, actor: Actor) {
  const today = dayIn(house.reference.settings, house.now());
  const { rows } = await sql<Row>`
    select r.id, r.number, r.title, r.state, t.standard, t.edition, t.body, t.certificate_number as "certificateNumber",
      t.issued_on::text as "issuedOn", t.expires_on::text as "expiresOn", t.recertify_by::text as "recertifyBy", t.verified_on::text as "verifiedOn",
      t.public_token as "publicToken", t.suspended_until::text as "suspendedUntil", t.scope_statement_id as "scopeStatementId",
      t.service_ids as "serviceIds", t.site_ids as "siteIds", t.holder, t.scope_text as "scopeText", t.scope_text_zh as "scopeTextZh",
      coalesce((select jsonb_agg(jsonb_build_object('number', ar.number, 'kind', a.kind, 'state', ar.state, 'dueOn', a.due_on,
          'plannedOn', a.planned_on, 'heldOn', a.held_on) order by coalesce(a.held_on, a.planned_on, a.due_on), ar.number)
        from certification_audit a join record ar on ar.id = a.id where a.certificate_id = t.id and ar.state <> 'cancelled'), '[]') as audits
    from certificate t join record r on r.id = t.id
    where r.state in ('preparing', 'valid', 'suspended') and ${visible(certificate.access, actor)}
    order by t.expires_on nulls first, r.number limit 100`.execute(tx.db);
  const items = [];
  for (const row of rows) {
    const { scopeStatementId: _scope, serviceIds: _services, siteIds: _sites, holder, scopeText, scopeTextZh, publicToken, ...shown } = row;
    const { differences } = row.state === 'preparing' ? { differences: [] } : await compareWithScope(tx, row);
    items.push({
      ...shown,
      holder,
      scope: { en: scopeText, 'zh-CN': scopeTextZh },
      published: publicToken !== null,
      standing: standingOf(row.state, row.expiresOn, today) ?? null,
      differences,
    });
  }
  return { day: today, items, persons: await personsOf(tx, house, actor, today) };
} // prettier-ignore

/** The other register: what persons hold. Nothing where this reader sees none of it. */
async function personsOf(tx: Tx, house: House, actor: Actor, today: string) {
  if (!house.types.has('competence-record')) return null;
  const { access } = typeNamed(house, 'competence-record');
  if (!seesType(access, actor, 'competence-record')) return null;
  const { rows } = await sql<{ valid: number; ending: number; unverified: number; expired: number }>`
    select count(*) filter (where r.state = 'verified' and coalesce(t.expires_on, 'infinity') >= ${today}::date)::int as valid,
      count(*) filter (where r.state = 'verified' and t.expires_on >= ${today}::date and t.expires_on < ${today}::date + 90)::int as ending,
      count(*) filter (where r.state = 'noted')::int as unverified,
      count(*) filter (where r.state = 'expired' or r.state = 'verified' and t.expires_on < ${today}::date)::int as expired
    from competence_record t join record r on r.id = t.id
    where t.kind = 'certificate' and ${visible(access, actor)}`.execute(tx.db);
  return rows[0] ?? null;
}
