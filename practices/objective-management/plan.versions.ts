import type { Tx } from '../../platform/db/tx.ts';
import type { ServiceManagementPlan } from './plan.fields.ts';

export async function planInWork(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.run<{ number: string }>(
    'plan_in_work',
    `select number from record where type = 'service-management-plan' and state in ('draft', 'submitted') order by id limit 1`,
  );
  return row?.number;
}

export async function planInForce(tx: Tx): Promise<ServiceManagementPlan | undefined> {
  const [row] = await tx.run<ServiceManagementPlan>(
    'plan_in_force',
    `select r.id, r.number, r.title, r.state, t.edition, t.valid_from::text as "validFrom", t.valid_to::text as "validTo", t.limitations, t.humans,
       t.technical, t.information, t.financial, t.parties, t.technology, t.measuring, t.auditing, t.reporting, t.improving, t.contents,
       t.approved_at as "approvedAt", t.review_due_on::text as "reviewDueOn"
     from service_management_plan t join record r on r.id = t.id where r.state = 'in_force' order by t.edition desc limit 1`,
  );
  return row;
}
