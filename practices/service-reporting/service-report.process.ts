import { addDays, dayIn } from '../../kernel/calendar/home-days.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { periodAt } from './periods.ts';
import { alsoWrote, isoOf, writers, wrote } from './reporting.roles.ts';
import type { ReportDefinition } from './definition.fields.ts';
import { hashOf } from './service-report.contents.ts';
import { makeActions, tellActions, tellIssued } from './service-report.effects.ts';
import { draftFacts, makingFacts, movedFacts, openActions, recipientFacts } from './service-report.facts.ts';
import type { Contents, ServiceReport } from './service-report.fields.ts';
import * as rules from './service-report.rules.ts';

const approvers = [
  'sms-manager',
  'top-management',
  'service-level-manager',
  'business-relationship-manager',
  'service-owner',
];

/** processes.md 21: due → drafted (live data, frozen) → approved → issued → reviewed → actions told, and closed when they are done. */
export const process = defineProcess<ServiceReport>()({
  states: {
    due: 'new',
    drafted: 'active',
    approved: 'active',
    issued: 'waiting',
    reviewed: 'active',
    told: 'done',
    closed: 'closed',
    cancelled: 'closed',
  },
  initial: 'due',
  create: {
    by: [...writers],
    fields: ['definitionId', 'periodFrom'],
    required: ['definitionId', 'periodFrom'],
    facts: makingFacts,
    checks: [rules.definitionIsInForce, rules.periodIsOver, rules.isTheOnlyOne],
    set: (_report, _actor, { facts, input }) => {
      const definition = facts['definition'] as ReportDefinition | undefined;
      if (!definition) return {};
      const period = periodAt(String(input['periodFrom']), definition.frequency ?? 'month');
      return {
        title: `${definition.title.slice(0, 170)} ${period.from} – ${period.to}`,
        audience: definition.audience,
        purpose: definition.purpose,
        customerId: definition.customerId,
        serviceId: definition.serviceId,
        ownerId: definition.ownerId,
        periodTo: period.to,
        dueOn: addDays(period.to, definition.dueDays ?? 10),
      };
    },
  },
  edit: { from: [], by: [...writers], fields: [] },
  transitions: {
    draft: {
      from: ['due', 'drafted'],
      to: 'drafted',
      by: [...writers],
      fields: ['commentary', 'proposals', 'emptyReason', 'provisionalReason'],
      required: ['commentary'],
      facts: draftFacts,
      checks: [rules.emptyIsExplained, rules.provisionalIsExplained],
      set: (report, actor, { facts, at }) => ({
        contents: (facts['contents'] as Contents | undefined) ?? null,
        draftedAt: isoOf(at),
        authorIds: alsoWrote(report, actor),
      }),
    },
    approve: {
      from: ['drafted'],
      to: 'approved',
      by: approvers,
      rules: [rules.approvedByAnother],
      facts: movedFacts,
      checks: [rules.figuresStand],
      set: (report, actor, { at }) => ({
        approvedById: actor.id,
        approvedAt: isoOf(at),
        contentsHash: hashOf(report),
        sodException: wrote(report, actor),
      }),
    },
    send_back: {
      from: ['drafted', 'approved'],
      to: 'due',
      by: approvers,
      requires: ['reason'],
      set: () => ({ approvedById: null, approvedAt: null, contentsHash: null }),
    },
    issue: {
      from: ['approved'],
      to: 'issued',
      by: [...writers],
      facts: recipientFacts,
      checks: [rules.somebodyReceivesIt],
      set: (_report, _actor, { at, facts }) => ({ issuedAt: isoOf(at), recipientIds: [...(facts['recipients'] as readonly string[])] }),
      effect: tellIssued,
    },
    review: {
      from: ['issued'],
      to: 'reviewed',
      by: [...writers],
      fields: ['decisions'],
      rules: [rules.reviewedByItsReaders],
      checks: [rules.everyMissIsAnswered],
      set: (_report, actor, { at, settings }) => ({ reviewedById: actor.id, reviewedOn: dayIn(settings, at) }),
      effect: makeActions,
    },
    tell: {
      from: ['reviewed'],
      to: 'told',
      by: [...writers],
      fields: ['toldNote'],
      set: (_report, actor, { at }) => ({ toldAt: isoOf(at), toldById: actor.id }),
      effect: tellActions,
    },
    close: { from: ['told'], to: 'closed', by: [...writers], facts: openActions, checks: [rules.actionsAreDone] },
    cancel: { from: ['due', 'drafted'], to: 'cancelled', by: approvers, requires: ['reason'] },
  },
  clocks: {},
}); // prettier-ignore
