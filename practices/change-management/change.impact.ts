import type { Tx } from '../../platform/db/tx.ts';
import { impactOf } from '../configuration-management/practice.ts';
import { servicesAmong } from './change.queries.ts';

export type Affected = {
  readonly serviceIds: readonly string[];
  readonly customerIds: readonly string[];
};

/** States of an agreement that bind. */
const binding = ['active', 'in_review'];

/**
 * Services that stop or degrade when these subjects do, by the graph of configuration items (8.2.6) that services are
 * part of, and the customers to whom those are promised.
 */
export async function affectedBy(tx: Tx, subjectIds: readonly string[], at: number): Promise<Affected> {
  const reached = await impactOf(tx, subjectIds, 'up');
  const serviceIds = (
    await servicesAmong(tx, [...new Set([...subjectIds, ...reached.map(({ id }) => id)])])
  ).slice(0, 2000);
  if (serviceIds.length === 0) return { serviceIds, customerIds: [] };
  const customers = await tx.run<{ id: string }>(
    'change_affected_customers',
    `select distinct r.customer_id as id from agreement a join record r on r.id = a.id
     where a.kind = 'sla' and r.customer_id is not null and r.state = any($2::text[])
       and (a.every_service or a.service_ids && $1::uuid[])
       and (a.valid_from is null or a.valid_from <= $3::date) and (a.valid_to is null or a.valid_to >= $3::date)
     order by 1 limit 2000`,
    [serviceIds, binding, new Date(at).toISOString()],
  );
  return { serviceIds, customerIds: customers.map(({ id }) => id) };
}
