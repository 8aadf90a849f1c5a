import { createHash } from 'node:crypto';
import type { Work } from '../../kernel/practice/house.ts';
import type { Input } from '../../kernel/process/process.ts';
import type { InternalAudit, Report } from './audit.fields.ts';
import { partialities, type Partiality } from './audit.impartiality.ts';
import { clausesIn, requirementsIn, speaksOf } from './audit.scope.ts';
import {
  findingsOf, ownDocuments, questionsOf, titlesOf, type FindingRow, type OwnDocument, type QuestionRow,
} from './audit.store.ts'; // prettier-ignore

const as = <K extends keyof InternalAudit>(audit: InternalAudit, input: Input, field: K) =>
  (input[field] === undefined ? audit[field] : input[field]) as InternalAudit[K];

/** Everybody who is to audit, the first of them leading. */
const auditorsOf = (audit: Pick<InternalAudit, 'leadAuditorId' | 'auditorIds'>): string[] => [
  ...new Set([audit.leadAuditorId, ...(audit.auditorIds ?? [])].filter((id) => id !== null)),
];

export type ImpartialFacts = { readonly partial: readonly Partiality[] };

/** S5: whatever speaks against those who are named, with the scope as it will be. */
export async function impartialFacts(
  work: Work,
  audit: InternalAudit,
  input: Input,
): Promise<ImpartialFacts> {
  const after = { ...audit, ...input } as InternalAudit;
  return { partial: await partialities(work, work.house, after, auditorsOf(after)) };
}

export type ChecklistFacts = {
  readonly documents: readonly OwnDocument[];
  readonly there: ReadonlySet<string>;
};

/** The organisation's own documents that speak of the scope: those that are named, else all in force. */
export async function checklistFacts(work: Work, audit: InternalAudit): Promise<ChecklistFacts> {
  const clauses = [...clausesIn(audit)];
  const named = audit.documentIds ?? [];
  const found = await ownDocuments(work, named);
  const there = await work.run<{ key: string }>(
    'audit_checklist_there',
    // Those that were taken out on purpose do not come back.
    'select coalesce(requirement, document_id::text) as key from audit_question where audit_id = $1',
    [audit.id],
  );
  return {
    documents: found.filter(
      (one) => named.includes(one.id) || clauses.some((clause) => speaksOf(one.clauses, clause)),
    ),
    there: new Set(there.map(({ key }) => key)),
  };
}

/** What is asked: each requirement with the document of one's own that speaks of it, and each named document that none does. */
export function checklist(
  audit: InternalAudit,
  { documents, there }: ChecklistFacts,
  language: 'en' | 'zh-CN',
  ofDocument: (document: OwnDocument) => string,
) {
  const asked = requirementsIn(audit).map((requirement) => ({
    title: `${requirement.id} ${requirement.title[language]}`.slice(0, 200),
    requirement: requirement.id,
    documentId: documents.find(({ clauses }) => speaksOf(clauses, requirement.clause))?.id ?? null,
    question: requirement.question[language],
  }));
  const spoken = new Set(asked.map(({ documentId }) => documentId));
  const others = documents
    .filter(({ id }) => !spoken.has(id) && (audit.documentIds ?? []).includes(id))
    .map((one) => ({
      title: `${one.code} ${one.title}`.slice(0, 200), requirement: null, documentId: one.id, question: ofDocument(one),
    })); // prettier-ignore
  return [...asked, ...others].filter(
    ({ requirement, documentId }) => !there.has(requirement ?? documentId ?? ''),
  );
}

export type ReportFacts = {
  readonly questions: readonly QuestionRow[];
  readonly findings: readonly FindingRow[];
  readonly report: Report;
  readonly hash: string;
};

/** What the report says is fixed with it: names and texts as they are at that moment. */
export async function reportFacts(
  work: Work,
  audit: InternalAudit,
  input: Input,
  at: number,
): Promise<ReportFacts> {
  const questions = await questionsOf(work, audit.id);
  const findings = await findingsOf(work, audit.id);
  const titles = await titlesOf(work, [
    ...auditorsOf(audit), ...(audit.auditeeIds ?? []), ...(audit.unitIds ?? []), ...(audit.serviceIds ?? []), ...(audit.documentIds ?? []),
  ]); // prettier-ignore
  const names = (ids: readonly string[] | null) => (ids ?? []).map((id) => titles.get(id) ?? id);
  const report: Report = {
    at: new Date(at).toISOString(),
    number: audit.number,
    title: audit.title,
    purpose: audit.purpose,
    scopeNote: audit.scopeNote,
    criteria: audit.criteria,
    clauses: [...(audit.clauses ?? [])],
    processes: [...(audit.processes ?? [])],
    units: names(audit.unitIds),
    services: names(audit.serviceIds),
    documents: names(audit.documentIds),
    method: audit.method ?? 'on_site',
    startsOn: audit.startsOn,
    endsOn: audit.endsOn,
    auditBody: audit.auditBody,
    lead: titles.get(audit.leadAuditorId ?? '') ?? '',
    auditors: names((audit.auditorIds ?? []).filter((id) => id !== audit.leadAuditorId)),
    auditees: names(audit.auditeeIds),
    strengths: as(audit, input, 'strengths'),
    conclusion: as(audit, input, 'conclusion'),
    questions: questions.map(({ requirement, document, question, result, evidence, records, by, at: when }) => ({
      requirement, document, question, result, evidence, records: [...records], by, at: when,
    })),
    findings: findings.map(({ number, grade, title, requirement, document, description, evidence, records, owner, dueOn }) => ({
      number, grade, title, requirement, document, description, evidence, records: [...records], owner, dueOn,
    })),
  }; // prettier-ignore
  return {
    questions,
    findings,
    report,
    hash: createHash('sha256').update(JSON.stringify(report)).digest('hex'),
  };
}

export type FollowUpFacts = { readonly open: readonly string[] };
export async function followUpFacts(work: Work, audit: InternalAudit): Promise<FollowUpFacts> {
  const findings = await findingsOf(work, audit.id);
  return { open: findings.filter(({ state }) => state !== 'verified').map(({ number }) => number) };
}
