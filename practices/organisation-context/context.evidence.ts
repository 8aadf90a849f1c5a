import {
  answers,
  asked,
  each,
  instantOf,
  some,
  where,
  whereAt,
  type Evidence,
} from '../../kernel/evidence/evidence.ts';
import { before } from './scope.versions.ts';
import { differencesOf } from './scope.differences.ts';

/** 4.1 to 4.3, answered by issues, interested parties with their requirements, and the scope in force. */
const issues = {
  recordType: 'context-issue',
  at: 'now',
  empty: 'missing',
  population: where(`r.state = 'active'`),
} as const;
const parties = {
  recordType: 'interested-party',
  at: 'now',
  empty: 'missing',
  population: where(`r.state = 'active'`),
} as const;
const scope = {
  recordType: 'scope-statement',
  at: 'now',
  empty: 'missing',
  population: where(`r.state = 'in_force'`),
} as const;
const late = `coalesce(t.review_due_on < (:now)::date, true)`;
const due = instantOf('t.review_due_on::timestamptz');
const blank = (column: string) => `coalesce(btrim(t.${column}), '') = ''`;

export const contextEvidence: readonly Evidence[] = [
  answers(
    '4.1-a',
    each({ ...issues, key: 'context_issue.reviewed', fault: whereAt(`r.owner_id is null or ${late}`), due }),
    asked('context_issue.both_sides', async (tx) => {
      const rows = await tx.run<{ side: string }>(
        'evidence_issue_sides',
        `select distinct t.side from context_issue t join record r on r.id = t.id
         where r.state = 'active' and t.factor <> 'climate' and t.side is not null`,
      );
      return { n: 2, faults: 2 - rows.length };
    }),
  ),
  answers(
    '4.1-b',
    each({
      ...issues,
      key: 'context_issue.climate_decided',
      population: where(`t.factor = 'climate' and r.state <> 'retired'`),
      fault: whereAt(`t.relevance is null or ${blank('rationale')} or t.decided_by_id is null or t.decided_on is null or ${late}`),
      due,
      watched: true,
    }), // prettier-ignore
  ),
  answers(
    '4.2-a',
    each({
      ...parties,
      key: 'interested_party.reviewed',
      fault: whereAt(`r.owner_id is null or ${late}`),
      due,
    }),
    each({
      key: 'interested_party.covers',
      recordType: 'organisation',
      at: 'now',
      population: where(`r.state = 'active' and t.kind in ('customer', 'supplier')`),
      fault:
        where(`not exists (select 1 from interested_party p join record pr on pr.id = p.id where pr.state = 'active'
        and (r.id = any(p.organisation_ids) or p.covers_all and p.kind = case t.kind when 'customer' then 'customers' else 'suppliers' end))`),
    }),
    asked('interested_party.usual', async (tx) => {
      const wanted = ['customers', 'users'];
      const rows = await tx.run<{ kind: string }>(
        'evidence_party_kinds',
        `select distinct t.kind from interested_party t join record r on r.id = t.id where r.state = 'active' and t.kind = any($1)`,
        [wanted],
      );
      return { n: wanted.length, faults: wanted.length - rows.length };
    }),
  ),
  answers(
    '4.2-b',
    each({
      ...parties,
      key: 'interested_party.has_requirements',
      fault: where(`not exists (select 1 from party_requirement q join record qr on qr.id = q.id
        where q.party_id = r.id and qr.state in ('binding', 'set_aside'))`),
    }),
    each({
      key: 'party_requirement.answered',
      recordType: 'party-requirement',
      at: 'now',
      empty: 'missing',
      population: where(`r.state = 'binding'`),
      fault: where(`${blank('source')} or cardinality(t.answered_by_ids) = 0`),
    }),
  ),
  answers(
    '4.3-a',
    each({
      ...scope,
      key: 'scope_statement.weighed',
      fault: whereAt(`cardinality(t.issue_ids) = 0 or cardinality(t.party_ids) = 0 or cardinality(t.own_processes) = 0 or ${late}`),
      due,
    }), // prettier-ignore
    asked('scope_statement.equals', async (tx) => {
      const current = await before(tx);
      if (!current) return { n: 0, faults: 0, empty: 'missing' };
      const differences = await differencesOf(tx, current);
      const n = Math.max((current.serviceIds ?? []).length, differences.length, 1);
      const names = differences.slice(0, 8).map(({ number }) => number);
      return { n, faults: differences.length, found: [...new Set(differences.map(({ id }) => id))], params: { names: names.join(', ') } };
    }), // prettier-ignore
  ),
  answers(
    '4.3-b',
    each({
      ...scope,
      key: 'scope_statement.names',
      fault: where(
        `${blank('organisation_name')} or cardinality(t.service_ids) = 0 or ${blank('statement_en')}`,
      ),
    }),
  ),
  answers(
    '4.3-c',
    each({
      ...scope,
      key: 'scope_statement.approved',
      fault: where(`t.approved_by_id is null or t.approved_at is null or t.approved_by_id = any(t.author_ids) and not t.sod_exception`),
      watched: true,
    }), // prettier-ignore
    some({
      key: 'scope_statement.published',
      recordType: 'document',
      at: 'now',
      population: where(
        `t.document_class = 'scope' and t.effective_version is not null and r.state <> 'obsolete'`,
      ),
    }),
  ),
];
