import { each } from '../../kernel/access/roles.ts';
import {
  choice,
  instant,
  longText,
  readOnly,
  reference,
  references,
  text,
} from '../../kernel/record/field.ts';
import { no, defineProcess, type Action, type Rule } from '../../kernel/process/process.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import { audits, everybody, planners } from './audit.roles.ts';
import { auditById, type AuditRow } from './audit.store.ts';

const fields = {
  auditId: reference('internal-audit'),
  requirement: text(20),
  documentId: reference('document'),
  question: longText(2000),
  evidence: longText(8000),
  /** What was looked at, of any type; and samples drawn by chance. */
  recordIds: references(),
  sampleIds: references('audit-sample'),
  result: choice('conform', 'finding', 'not_looked'),
  answeredAt: readOnly(instant()),
  answeredById: readOnly(reference('person')),
};
type Question = RecordOf<typeof fields>;
type R = Rule<Question>;
const iso = (at: number) => new Date(at).toISOString();

const itsAudit: NonNullable<Action<Question>['facts']> = async (work, question, input) => {
  const id = input['auditId'];
  return { audit: await auditById(work, typeof id === 'string' ? id : question.auditId) };
};
const auditOf = (facts: Readonly<Record<string, unknown>>) => facts['audit'] as AuditRow | undefined;

const isItsAuditor: R = (_question, actor, { facts }) => {
  const audit = auditOf(facts);
  const mayBe = actor.holdings.some(({ role }) => role === 'system') || (audit && audits(audit, actor));
  return mayBe ? undefined : no('internal_audit.not_its_auditor');
};
const whileIn =
  (...states: readonly string[]): R =>
  (_question, _actor, { facts }) => {
    const state = auditOf(facts)?.state;
    return state !== undefined && states.includes(state)
      ? undefined
      : no('audit_question.not_now', { state: `@internal_audit.state.${state ?? 'cancelled'}` });
  };
const asksOfSomething: R = (_question, _actor, { input }) => {
  const { requirement, documentId } = input;
  if (typeof requirement === 'string' && !requirementNamed(requirement))
    return no('internal_audit.no_such_requirement', { requirement }, 'requirement');
  return requirement === undefined && documentId === undefined
    ? no('audit_question.criterion_needed', {}, 'requirement')
    : undefined;
};
/** 9.2-e: an answer without what was seen is an opinion. */
const evidenceIsThere: R = (question, _actor, { input }) => {
  const note = input['evidence'] === undefined ? question.evidence : input['evidence'];
  return typeof note === 'string' && note.trim() !== ''
    ? undefined
    : no('audit_question.evidence_needed', {}, 'evidence');
};

const process = defineProcess<Question>()({
  states: { open: 'active', answered: 'closed', removed: 'closed' },
  initial: 'open',
  create: {
    by: [...planners, 'system'],
    fields: ['title', 'auditId', 'requirement', 'documentId', 'question'],
    required: ['title', 'auditId', 'question'],
    facts: itsAudit,
    factsLockNothing: true,
    checks: [whileIn('planned', 'staffed', 'executing'), isItsAuditor, asksOfSomething],
  },
  edit: {
    from: ['open'],
    by: [...planners],
    fields: ['title', 'documentId', 'question'],
    required: ['title', 'question'],
    facts: itsAudit,
    checks: [whileIn('planned', 'staffed', 'executing'), isItsAuditor],
  },
  transitions: {
    answer: {
      from: ['open', 'answered'],
      to: 'answered',
      by: [...planners],
      fields: ['result', 'evidence', 'recordIds', 'sampleIds'],
      required: ['result'],
      facts: itsAudit,
      checks: [whileIn('executing'), isItsAuditor, evidenceIsThere],
      set: (_question, actor, { at }) => ({ answeredAt: iso(at), answeredById: actor.id }),
    },
    remove: {
      from: ['open'],
      to: 'removed',
      by: [...planners],
      requires: ['reason'],
      facts: itsAudit,
      checks: [whileIn('planned', 'staffed', 'executing'), isItsAuditor],
    },
  },
  clocks: {},
});

/** One line of a checklist: what the standard and our own documents demand, what was looked at, and what it showed. */
export const auditQuestion = defineRecord({
  type: 'audit-question',
  plural: 'audit-questions',
  prefix: 'AUQ',
  fields,
  base: ['title'],
  search: [],
  list: ['number', 'title', 'state', 'auditId', 'requirement', 'documentId', 'result', 'answeredById'],
  unique: { audit_question_once: 'requirement' },
  register: true,
  process,
  access: { ...each(everybody, { view: 'all', act: 'all' } as const), 'internal-auditor': { view: 'all', act: 'all', anywhere: true } },
}); // prettier-ignore
