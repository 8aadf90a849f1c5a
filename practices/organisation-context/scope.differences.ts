import type { Tx } from '../../platform/db/tx.ts';
import type { LeftOut, ScopeStatement } from './scope-statement.fields.ts';

/** Where a scope and what is really there part. Each names the record that it is about. */
export type Difference = {
  readonly kind:
    | 'service_undecided'
    | 'service_not_live'
    | 'service_both'
    | 'site_undecided'
    | 'place_closed'
    | 'customer_missing'
    | 'customer_gone';
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly title: string;
};

/**
 * 4.3: the scope equals what is delivered. A service that is live is in it, or stands outside by name and reason; what is
 * in it is live; every site is decided upon; every customer with an agreement about these services is among its customers.
 */
export const differencesOf = (tx: Tx, scope: ScopeStatement): Promise<Difference[]> =>
  tx.run<Difference>('scope_differences', text, [
    scope.serviceIds ?? [],
    outside(scope.leftOut),
    [...(scope.siteIds ?? []), ...(scope.unitIds ?? [])],
    scope.customerIds ?? [],
    scope.everyCustomer ?? false,
  ]);

const outside = (leftOut: LeftOut | null) => (leftOut ?? []).map(({ id }) => id);

const text = `
  with named as (select $1::uuid[] as services, $2::uuid[] as outside, $3::uuid[] as places, $4::uuid[] as customers)
  select x.kind, r.id, r.type, r.number, r.title from named n cross join lateral (
    select 'service_undecided' as kind, s.id from record s
      where s.type = 'service' and s.state = 'published' and not s.id = any(n.services) and not s.id = any(n.outside)
    union all select 'service_not_live', s.id from record s
      where s.id = any(n.services) and s.state <> 'published'
    union all select 'service_both', s.id from record s
      where s.id = any(n.services) and s.id = any(n.outside)
    union all select 'site_undecided', o.id from organisation o join record s on s.id = o.id
      where o.kind = 'branch' and s.state = 'active' and not s.id = any(n.places) and not s.id = any(n.outside)
    union all select 'place_closed', s.id from record s
      where s.id = any(n.places) and s.state <> 'active'
    union all select 'customer_missing', c.customer_id from (
        select distinct k.customer_id from agreement a join record k on k.id = a.id
        where a.kind = 'sla' and k.state in ('active', 'in_review') and k.customer_id is not null
          and (a.every_service or a.service_ids && n.services)) c
      where not $5::boolean and not c.customer_id = any(n.customers)
    union all select 'customer_gone', s.id from record s
      where s.id = any(n.customers) and s.state <> 'active'
  ) x join record r on r.id = x.id order by x.kind, r.number limit 500`;

/** What a first draft begins with: what is there. */
export async function whatIsThere(tx: Tx) {
  const [row] = await tx.run<{
    organisationName: string | null;
    unitIds: string[];
    siteIds: string[];
    customerIds: string[];
    serviceIds: string[];
    issueIds: string[];
    partyIds: string[];
  }>(
    'scope_what_is_there',
    `select
       (select r.title from organisation o join record r on r.id = o.id
        where o.kind = 'own_unit' and o.parent_id is null and r.state = 'active' order by r.id limit 1) as "organisationName",
       array(select o.id from organisation o join record r on r.id = o.id where o.kind = 'own_unit' and r.state = 'active' order by r.id limit 500) as "unitIds",
       array(select o.id from organisation o join record r on r.id = o.id where o.kind = 'branch' and r.state = 'active' order by r.id limit 500) as "siteIds",
       array(select distinct k.customer_id from agreement a join record k on k.id = a.id
             where a.kind = 'sla' and k.state in ('active', 'in_review') and k.customer_id is not null limit 500) as "customerIds",
       array(select id from record where type = 'service' and state = 'published' order by id limit 500) as "serviceIds",
       array(select id from record where type = 'context-issue' and state = 'active' order by id limit 500) as "issueIds",
       array(select id from record where type = 'interested-party' and state = 'active' order by id limit 500) as "partyIds"`,
  );
  return row ?? {};
}
