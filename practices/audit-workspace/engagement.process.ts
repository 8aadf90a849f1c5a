import { defineProcess } from '../../kernel/process/process.ts';
import { auditors, keepers } from './audit.roles.ts';
import { auditorsHold, closeAccess, extendAccess, giveAccess, holdersToMake } from './engagement.effects.ts';
import { question, type AuditEngagement, type Interview } from './engagement.fields.ts';
import {
  auditorsHoldNothingElse, consultantsJudgeNothing, datesInOrder, isNamedAuditor, namesAuditors, notForOneself, notOver,
  notTooLong, requirementIsThere,
} from './engagement.rules.ts'; // prettier-ignore

const described = [
  'title', 'kind', 'body', 'purpose', 'auditorIds', 'clauses', 'processes', 'unitIds', 'periodFrom', 'periodTo',
  'accessFrom', 'accessTo',
] as const; // prettier-ignore
const required = ['title', 'kind', 'periodFrom', 'periodTo', 'accessFrom', 'accessTo'] as const;
const planning = [namesAuditors, datesInOrder, notTooLong] as const;
const iso = (at: number) => new Date(at).toISOString();

export const engagementProcess = defineProcess<AuditEngagement>()({
  states: { planned: 'new', open: 'active', ended: 'closed', withdrawn: 'closed' },
  initial: 'planned',
  create: { by: keepers, fields: described, required, checks: planning },
  edit: { from: ['planned'], by: keepers, fields: described, required, checks: planning },
  transitions: {
    /** From now on, and within its days, those named see what they are to see. */
    open: {
      from: ['planned'],
      to: 'open',
      by: keepers,
      rules: [notForOneself, notOver],
      facts: auditorsHold,
      checks: [auditorsHoldNothingElse],
      set: (engagement, _actor, { at, facts }) => ({
        openedAt: iso(at),
        holderIds: holdersToMake(engagement, facts, at),
      }),
      effect: giveAccess,
    },
    extend: {
      from: ['open'],
      by: keepers,
      fields: ['accessTo'],
      required: ['accessTo'],
      requires: ['reason'],
      rules: [notForOneself],
      checks: [datesInOrder, notTooLong],
      effect: extendAccess,
    },
    /** By hand, or by the software on the day after the last. */
    end: {
      from: ['open'],
      to: 'ended',
      by: [...keepers, 'system'],
      set: (_engagement, _actor, { at }) => ({ endedAt: iso(at) }),
      effect: closeAccess,
    },
    withdraw: { from: ['planned'], to: 'withdrawn', by: keepers, requires: ['reason'] },
    note_interview: {
      from: ['open'],
      by: auditors,
      rules: [isNamedAuditor],
      input: { question },
      checks: [requirementIsThere, consultantsJudgeNothing],
      set: (engagement, actor, { at, input }) => ({
        interviews: [
          ...(engagement.interviews ?? []),
          { ...(input['question'] as Omit<Interview, 'byId' | 'at'>), byId: actor.id ?? '', at: iso(at) },
        ],
      }),
    },
  },
  clocks: {},
});
