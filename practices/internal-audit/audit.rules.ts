import { no, type Rule } from '../../kernel/process/process.ts';
import type { FollowUpFacts, ImpartialFacts, ReportFacts } from './audit.facts.ts';
import type { InternalAudit } from './audit.fields.ts';
import { audits, leads } from './audit.roles.ts';
import { auditable } from './audit.scope.ts';

type R = Rule<InternalAudit>;
type Given = Readonly<Record<string, unknown>>;

const after = (audit: InternalAudit, input: Given, field: keyof InternalAudit): unknown =>
  input[field] === undefined ? audit[field] : input[field];
const said = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const some = (value: unknown): value is readonly string[] => Array.isArray(value) && value.length > 0;

export const datesInOrder: R = (audit, _actor, { input }) => {
  const [from, to] = [after(audit, input, 'startsOn'), after(audit, input, 'endsOn')];
  return said(from) && said(to) && to < from
    ? no('problem.dates_reversed', { from, to }, 'endsOn')
    : undefined;
};

/** 9.2-c: criteria and scope of each audit are defined. */
export const hasScope: R = (audit, _actor, { input }) =>
  some(after(audit, input, 'clauses')) || some(after(audit, input, 'processes'))
    ? undefined
    : no('internal_audit.scope_needed', {}, 'clauses');

export const processesAreKnown: R = (_audit, _actor, { input }) => {
  const given = input['processes'];
  const codes = auditable().processes.map(({ code }) => code);
  const unknown = some(given) ? given.filter((code) => !codes.includes(code)) : [];
  return unknown.length > 0
    ? no('internal_audit.no_such_process', { processes: unknown.join(', '), known: codes.join(', ') }, 'processes')
    : undefined;
}; // prettier-ignore

/** S5 [STD]: whoever runs it, answers for it or did the work does not audit it. The first reason is told, by name. */
export const auditorsAreImpartial: R = (audit, _actor, { facts, input }) => {
  const [first] = (facts as ImpartialFacts).partial;
  if (!first) return undefined;
  const field = first.personId === after(audit, input, 'leadAuditorId') ? 'leadAuditorId' : 'auditorIds';
  const { name, about } = first;
  switch (first.why) {
    case 'not_an_auditor':
      return no('internal_audit.not_an_auditor', { name }, field);
    case 'auditee':
      return no('internal_audit.audits_themselves', { name }, field);
    case 'role':
      return no('internal_audit.runs_it', { name, role: `@role.${about}` }, field);
    case 'service':
      return no('internal_audit.owns_service', { name, service: about }, field);
    case 'unit':
      return no('internal_audit.of_the_unit', { name, unit: about }, field);
    case 'requirement':
      return no('internal_audit.answers_for', { name, requirement: about }, field);
    case 'programme':
      return no('internal_audit.keeps_programme', { name, number: about }, field);
    case 'own_work':
      return no('internal_audit.own_work', { name, number: about }, field);
  }
};

export const isItsAuditor: R = (audit, actor) =>
  audits(audit, actor) ? undefined : no('internal_audit.not_its_auditor');

export const isItsLead: R = (audit, actor) =>
  audit.leadAuditorId === actor.id ? undefined : no('internal_audit.not_its_lead');

/** Planning is the lead auditor's and of whoever keeps the programme. */
export const mayPlan: R = (audit, actor) =>
  leads(actor) || audit.leadAuditorId === null || audits(audit, actor) || audit.createdBy === actor.id
    ? undefined
    : no('internal_audit.not_its_auditor');

export const hasCriteria: R = (audit) =>
  said(audit.criteria) ? undefined : no('internal_audit.criteria_needed', {}, 'criteria');

export const hasAuditees: R = (audit) =>
  some(audit.auditeeIds) ? undefined : no('internal_audit.auditees_needed', {}, 'auditeeIds');

export const hasQuestions: R = (_audit, _actor, { facts }) =>
  Number(facts['count']) > 0 ? undefined : no('internal_audit.checklist_empty');

export const allAnswered: R = (_audit, _actor, { facts }) => {
  const { questions } = facts as ReportFacts;
  if (questions.length === 0) return no('internal_audit.checklist_empty');
  const open = questions.filter(({ result }) => result === null).length;
  return open > 0 ? no('internal_audit.unanswered', { count: open }) : undefined;
};

/** What does not conform must be told as a finding, or nothing follows from it. */
export const findingsAreWritten: R = (_audit, _actor, { facts }) => {
  const bare = (facts as ReportFacts).questions.filter(({ result, findings }) => result === 'finding' && findings === 0);
  return bare.length > 0
    ? no('internal_audit.finding_missing', { questions: bare.slice(0, 5).map(({ requirement, number }) => requirement ?? number).join(', ') })
    : undefined;
}; // prettier-ignore

export const isAuditee: R = (audit, actor) =>
  actor.id !== null && (audit.auditeeIds ?? []).includes(actor.id)
    ? undefined
    : no('internal_audit.not_its_auditee');

export const notReadYet: R = (audit, actor) =>
  (audit.acknowledgements ?? []).some(({ personId }) => personId === actor.id)
    ? no('internal_audit.read_already')
    : undefined;

/** Closed is what was verified: an open finding keeps the audit open. */
export const findingsAreSettled: R = (_audit, _actor, { facts }) => {
  const { open } = facts as FollowUpFacts;
  return open.length > 0 ? no('internal_audit.findings_open', { numbers: open.join(', ') }) : undefined;
};
