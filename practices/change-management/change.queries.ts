import { holdersOn } from '../../kernel/directory/holders.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { BackOutPlan, ImplementationStep, TemplateItem } from './change.plans.ts';
import type { RiskAnswers } from './change.risk.ts';

/** Who agreed to it: those who spoke in its approvals, and whoever authorised an emergency (S2). */
export async function approversOf(
  tx: Tx,
  change: { readonly id: string; readonly authorisedById: string | null },
): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    'change_approvers',
    `select distinct d.decided_by as id from approval a join approval_decision d on d.approval_id = a.id
     where a.record_id = $1 and d.decision = 'approve' and a.state <> 'cancelled'`,
    [change.id],
  );
  return [...rows.map(({ id }) => id), ...(change.authorisedById === null ? [] : [change.authorisedById])];
}

export type ModelRow = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly use: 'standard' | 'template';
  readonly description: string | null;
  readonly purpose: string | null;
  readonly objective: string | null;
  readonly subjectIds: readonly string[];
  readonly items: readonly TemplateItem[];
  readonly riskAnswers: RiskAnswers;
  readonly riskLevel: string | null;
  readonly implementationPlan: readonly ImplementationStep[];
  readonly backOutPlan: BackOutPlan | null;
  readonly testMethod: string | null;
  readonly expiresOn: string | null;
};

export async function modelOf(tx: Tx, id: string | null): Promise<ModelRow | undefined> {
  if (id === null) return undefined;
  const [model] = await tx.run<ModelRow>(
    'change_model',
    `select m.id, r.number, r.title, r.state, m.use, m.description, m.purpose, m.objective, m.subject_ids as "subjectIds",
       m.items, m.risk_answers as "riskAnswers", m.risk_level as "riskLevel", m.implementation_plan as "implementationPlan",
       m.back_out_plan as "backOutPlan", m.test_method as "testMethod", m.expires_on as "expiresOn"
     from change_model m join record r on r.id = m.id where m.id = $1`,
    [id],
  );
  return model;
}

/** Of these records, the services, in the order given. */
export async function servicesAmong(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.run<{ id: string }>(
    'change_services_among',
    `select id from record where id = any($1::uuid[]) and type = 'service'`,
    [ids],
  );
  const found = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => found.has(id));
}

export const holdersOf = (tx: Tx, roles: readonly string[], at: number): Promise<string[]> =>
  holdersOn(tx, roles, new Date(at).toISOString());

/** Those who speak for these customers. */
export async function contactsOf(tx: Tx, customerIds: readonly string[], at: number): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const rows = await tx.run<{ id: string }>(
    'change_customer_contacts',
    `select distinct p.id from role_holder h join record hr on hr.id = h.id join record p on p.id = h.person_id
     where h.role = 'customer-contact' and hr.state = 'active' and p.state = 'active' and p.customer_id = any($1::uuid[])
       and h.valid_from <= $2::date and (h.valid_to is null or h.valid_to >= $2::date) order by p.id`,
    [customerIds, new Date(at).toISOString()],
  );
  return rows.map(({ id }) => id);
}

/** Services' owners. */
export async function ownersOf(tx: Tx, serviceIds: readonly string[]): Promise<string[]> {
  if (serviceIds.length === 0) return [];
  const rows = await tx.run<{ id: string }>(
    'change_service_owners',
    'select distinct owner_id as id from record where id = any($1::uuid[]) and owner_id is not null order by 1',
    [serviceIds],
  );
  return rows.map(({ id }) => id);
}

/** Keeps `change_subject` equal to the field, for whatever joins with it. */
export async function keepSubjectRows(tx: Tx, id: string, subjectIds: readonly string[]): Promise<void> {
  await tx.run(
    'change_subjects_gone',
    'delete from change_subject where change_id = $1 and not record_id = any($2::uuid[])',
    [id, subjectIds],
  );
  await tx.run(
    'change_subjects_kept',
    'insert into change_subject (change_id, record_id) select $1, unnest($2::uuid[]) on conflict do nothing',
    [id, subjectIds],
  );
}

export type TaskCounts = { readonly open: number; readonly investigations: number };

/** Tasks that somebody still owes. */
export async function openTasksOf(tx: Tx, changeId: string): Promise<TaskCounts> {
  const [row] = await tx.run<TaskCounts>(
    'change_open_tasks',
    `select count(*)::int as open, count(*) filter (where t.kind = 'investigation')::int as investigations
     from change_task t join record r on r.id = t.id where t.change_id = $1 and r.open`,
    [changeId],
  );
  return row ?? { open: 0, investigations: 0 };
}

export const openTaskIds = async (tx: Tx, changeId: string): Promise<string[]> =>
  (
    await tx.run<{ id: string }>(
      'change_open_task_ids',
      'select t.id from change_task t join record r on r.id = t.id where t.change_id = $1 and r.open order by t.id',
      [changeId],
    )
  ).map(({ id }) => id);

/** Incidents that say that this change caused them. */
export async function causedBy(tx: Tx, id: string): Promise<{ all: number; severe: number }> {
  const [row] = await tx.run<{ all: number; severe: number }>(
    'change_caused_incidents',
    `select count(*)::int as all, count(*) filter (where r.priority <= 2)::int as severe
     from link l join record r on r.id = l.from_id and r.type = 'incident'
     where l.to_id = $1 and l.kind = 'caused_by'`,
    [id],
  );
  return row ?? { all: 0, severe: 0 };
}
