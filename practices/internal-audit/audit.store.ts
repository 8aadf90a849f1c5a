import type { Tx } from '../../platform/db/tx.ts';

/** What its questions and findings must know of an audit. */
export type AuditRow = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly leadAuditorId: string | null;
  readonly auditorIds: readonly string[];
  readonly auditeeIds: readonly string[];
};

export async function auditById(tx: Tx, id: string | null): Promise<AuditRow | undefined> {
  const [row] = await tx.run<AuditRow>(
    'audit_by_id',
    `select r.id, r.number, r.state, t.lead_auditor_id as "leadAuditorId", t.auditor_ids as "auditorIds", t.auditee_ids as "auditeeIds"
     from internal_audit t join record r on r.id = t.id where r.id = $1`,
    [id],
  );
  return row;
}

export type QuestionRow = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly requirement: string | null;
  readonly document: string | null;
  readonly question: string;
  readonly result: string | null;
  readonly evidence: string | null;
  readonly records: readonly string[];
  readonly by: string | null;
  readonly at: string | null;
  readonly findings: number;
};

/** In the order of the standard: by the numbers of the clause, then by letter. */
const byRequirement = <T extends { readonly requirement: string | null }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => key(a.requirement).localeCompare(key(b.requirement)));
const key = (requirement: string | null) =>
  requirement === null ? '~' : requirement.replaceAll(/\d+/gu, (digits) => digits.padStart(3, '0'));

export async function questionsOf(tx: Tx, auditId: string): Promise<QuestionRow[]> {
  const rows = await tx.run<QuestionRow>(
    'audit_questions_of',
    `select r.id, r.number, r.state, t.requirement, concat_ws(' ', d.code, dr.title) as document, t.question, t.result, t.evidence,
       array(select x.number from record x where x.id = any(t.record_ids || t.sample_ids) order by x.number) as records,
       p.title as by, t.answered_at as at,
       (select count(*)::int from audit_finding f join record fr on fr.id = f.id and fr.state <> 'withdrawn' where f.audit_id = t.audit_id
         and (f.question_id = t.id or f.question_id is null and f.requirement = t.requirement)) as findings
     from audit_question t join record r on r.id = t.id left join document d on d.id = t.document_id left join record dr on dr.id = d.id
       left join record p on p.id = t.answered_by_id
     where t.audit_id = $1 and r.state <> 'removed' order by r.id`,
    [auditId],
  );
  return byRequirement(rows.map((row) => ({ ...row, document: row.document === '' ? null : row.document })));
}

export type FindingRow = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly title: string;
  readonly grade: string;
  readonly requirement: string | null;
  readonly document: string | null;
  readonly description: string | null;
  readonly evidence: string | null;
  readonly records: readonly string[];
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly dueOn: string | null;
};

export const findingsOf = (tx: Tx, auditId: string): Promise<FindingRow[]> =>
  tx.run<FindingRow>(
    'audit_findings_of',
    `select r.id, r.number, r.state, r.title, t.grade, t.requirement, nullif(concat_ws(' ', d.code, dr.title), '') as document, t.description, t.evidence,
       array(select x.number from record x where x.id = any(t.record_ids) order by x.number) as records,
       r.owner_id as "ownerId", o.title as owner, t.due_on::text as "dueOn"
     from audit_finding t join record r on r.id = t.id left join document d on d.id = t.document_id left join record dr on dr.id = d.id
       left join record o on o.id = r.owner_id
     where t.audit_id = $1 and r.state <> 'withdrawn' order by r.id`,
    [auditId],
  );

/** What these are called. */
export async function titlesOf(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.run<{ id: string; title: string }>(
    'audit_titles_of',
    'select id, title from record where id = any($1::uuid[])',
    [ids.filter((id) => id !== null)],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Documents in force by code with the clauses they speak of; of these ids, or all of them. */
export type OwnDocument = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly clauses: readonly string[] | null;
};
export const ownDocuments = (tx: Tx, ids: readonly string[]): Promise<OwnDocument[]> =>
  tx.run<OwnDocument>(
    'audit_own_documents',
    `select r.id, t.code, r.title, t.clauses from document t join record r on r.id = t.id
     where (cardinality($1::uuid[]) = 0 or r.id = any($1::uuid[])) and r.state in ('effective', 'review_due', 'revising')
       and coalesce(t.level, 2) <= 3 order by coalesce(t.level, 2), t.code limit 500`,
    [ids],
  );
