import { defineProcess } from '../../kernel/process/process.ts';
import { anyone } from '../../kernel/process/refusal.ts';
import { issueReport, makeChecklist } from './audit.effects.ts';
import {
  checklistFacts,
  followUpFacts,
  impartialFacts,
  reportFacts,
  type ChecklistFacts,
  type ReportFacts,
} from './audit.facts.ts';
import type { InternalAudit } from './audit.fields.ts';
import { leaders, planners } from './audit.roles.ts';
import * as rules from './audit.rules.ts';
import { questionsOf } from './audit.store.ts';

const iso = (at: number) => new Date(at).toISOString();
const plan = [
  'title', 'programmeId', 'purpose', 'scopeNote', 'criteria', 'clauses', 'processes', 'unitIds', 'serviceIds', 'documentIds', 'method',
  'startsOn', 'endsOn', 'auditeeIds', 'auditBody',
] as const; // prettier-ignore

/** 9.2, processes.md 21. The order is that of an audit's life. */
export const process = defineProcess<InternalAudit>()({
  states: {
    planned: 'new',
    staffed: 'active',
    executing: 'active',
    reported: 'active',
    verified: 'active',
    closed: 'closed',
    cancelled: 'closed',
  },
  initial: 'planned',
  create: {
    by: [...planners],
    fields: plan,
    required: ['title', 'criteria', 'startsOn', 'endsOn'],
    checks: [rules.hasScope, rules.processesAreKnown, rules.datesInOrder],
  },
  edit: {
    from: ['planned', 'staffed', 'executing'],
    by: [...planners],
    fields: plan,
    required: ['title', 'criteria', 'startsOn', 'endsOn'],
    rules: [rules.mayPlan],
    facts: impartialFacts,
    // A wider scope may make an auditor one of their own area.
    checks: [rules.hasScope, rules.processesAreKnown, rules.datesInOrder, rules.auditorsAreImpartial],
  },
  transitions: {
    name_auditors: {
      from: ['planned', 'staffed'],
      to: 'staffed',
      by: [...planners],
      fields: ['leadAuditorId', 'auditorIds'],
      required: ['leadAuditorId'],
      rules: [rules.mayPlan],
      facts: impartialFacts,
      checks: [rules.auditorsAreImpartial],
      set: (audit) => ({ ownerId: audit.leadAuditorId }),
    },
    make_checklist: {
      from: ['staffed', 'executing'],
      by: [...planners],
      rules: [rules.isItsAuditor],
      facts: checklistFacts,
      set: (_audit, _actor, { facts }) => ({ documentIds: (facts as ChecklistFacts).documents.map(({ id }) => id) }),
      effect: makeChecklist,
    },
    start: {
      from: ['staffed'],
      to: 'executing',
      by: [...planners],
      rules: [rules.isItsAuditor, rules.hasCriteria, rules.hasAuditees],
      facts: async (work, audit, input) => ({
        ...(await impartialFacts(work, audit, input)),
        count: (await questionsOf(work, audit.id)).length,
      }),
      checks: [rules.auditorsAreImpartial, rules.hasQuestions],
      set: (_audit, _actor, { at }) => ({ startedAt: iso(at) }),
    },
    report: {
      from: ['executing'],
      to: 'reported',
      by: [...planners],
      fields: ['conclusion', 'strengths'],
      required: ['conclusion'],
      rules: [rules.isItsLead],
      facts: reportFacts,
      checks: [rules.allAnswered, rules.findingsAreWritten],
      set: (_audit, actor, { facts, at }) => ({
        report: (facts as ReportFacts).report,
        reportHash: (facts as ReportFacts).hash,
        reportedAt: iso(at),
        reportedById: actor.id,
      }),
      effect: issueReport,
    },
    /** 9.2-d: those responsible for what was audited have read what was found. */
    acknowledge: {
      from: ['reported', 'verified'],
      by: [anyone],
      rules: [rules.isAuditee, rules.notReadYet],
      set: (audit, actor, { at }) => ({
        acknowledgements: [...(audit.acknowledgements ?? []), { personId: actor.id ?? '', at: iso(at) }],
      }),
    },
    verify: {
      from: ['reported'],
      to: 'verified',
      by: [...planners],
      rules: [rules.isItsAuditor],
      facts: followUpFacts,
      checks: [rules.findingsAreSettled],
      set: (_audit, _actor, { at }) => ({ verifiedAt: iso(at) }),
    },
    close: { from: ['verified'], to: 'closed', by: [...planners, ...leaders], comment: 'internal' },
    cancel: { from: ['planned', 'staffed', 'executing'], to: 'cancelled', by: [...planners], requires: ['reason'], rules: [rules.mayPlan] },
  },
  clocks: {},
}); // prettier-ignore
