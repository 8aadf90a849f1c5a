import type { Tx } from '../../platform/db/tx.ts';
import type { ScopeStatement } from './scope-statement.fields.ts';

/** The number of a version that is being written or waits for approval. */
export async function inWork(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.run<{ number: string }>(
    'scope_in_work',
    `select number from record where type = 'scope-statement' and state in ('draft', 'submitted') order by id limit 1`,
  );
  return row?.number;
}

/** The version in force, with all that people wrote in it. */
export async function before(tx: Tx): Promise<ScopeStatement | undefined> {
  const [row] = await tx.run<ScopeStatement>(
    'scope_in_force',
    `select r.id, r.number, r.title, r.state, t.edition, t.organisation_name as "organisationName", t.registration, t.unit_ids as "unitIds",
       t.site_ids as "siteIds", t.customer_ids as "customerIds", t.every_customer as "everyCustomer", t.service_ids as "serviceIds",
       t.left_out as "leftOut", t.technologies, t.operated_by_others as "operatedByOthers", t.own_processes as "ownProcesses",
       t.issue_ids as "issueIds", t.party_ids as "partyIds", t.basis, t.approved_at as "approvedAt", t.review_due_on::text as "reviewDueOn",
       t.statement_en as "statementEn", t.statement_zh as "statementZh"
     from scope_statement t join record r on r.id = t.id where r.state = 'in_force' order by t.edition desc limit 1`,
  );
  return row;
}
