import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { defineProcess, type Context } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { access, keepers } from './certification.access.ts';
import { planCycle, planStages } from './certificate.effects.ts';
import * as facts from './certificate.facts.ts';
import { fields, paperNames, type Certificate } from './certificate.fields.ts';
import * as rules from './certificate.rules.ts';

const about = [
  'title', 'ownerId', ...paperNames, 'origin', 'predecessorId', 'intervalMonths', 'countedFrom', 'stage1On', 'stage2On',
]; // prettier-ignore
const required = ['title', 'standard', 'edition'];
const dates = [
  rules.datesInOrder,
  rules.notLongerThanItsCycle,
  rules.issuedAlready,
  rules.checkedAtAnAddress,
];
const today = ({ settings, at }: Pick<Context, 'settings' | 'at'>) => dayIn(settings, at);
/** How long before its end a body wants the application. */
const applyMonths = 6;
const recertifyBy = (expiresOn: string | null) =>
  expiresOn === null ? null : addMonths(expiresOn, -applyMonths);
const unverified = { verification: null, verifiedOn: null, verifiedById: null } as const;
const issued = ['valid', 'suspended'] as const;
const over = ['expired', 'withdrawn', 'cancelled', 'transferred', 'replaced'] as const;

const process = defineProcess<Certificate>()({
  states: {
    preparing: 'new',
    valid: 'active',
    suspended: 'waiting',
    expired: 'closed',
    withdrawn: 'closed',
    cancelled: 'closed',
    transferred: 'closed',
    replaced: 'closed',
    abandoned: 'closed',
  },
  initial: 'preparing',
  create: {
    by: keepers,
    fields: about,
    required,
    checks: [...dates, rules.stagesInOrder, rules.followsOne],
    facts: (work, _certificate, input) => facts.beforeCreating(work, input),
    set: (_certificate, _actor, { input, facts: { before } }) =>
      Object.fromEntries(
        Object.entries((before ?? {}) as Partial<Certificate>).filter(
          ([key, value]) => input[key] === undefined && value !== null,
        ),
      ),
  },
  edit: {
    from: ['preparing'],
    by: keepers,
    fields: about.filter((field) => field !== 'predecessorId'),
    required,
    checks: [...dates, rules.stagesInOrder],
  },
  transitions: {
    plan_audits: {
      from: ['preparing'],
      by: keepers,
      fields: ['stage1On', 'stage2On'],
      required: ['stage1On', 'stage2On'],
      facts: (work, certificate) => facts.beforePlanning(work, certificate),
      checks: [rules.stagesNotPlannedYet, rules.stagesInOrder],
      effect: planStages,
    },
    issue: {
      from: ['preparing'],
      to: 'valid',
      by: keepers,
      fields: ['certificateNumber', 'decidedOn', 'issuedOn', 'expiresOn', 'ownerId'],
      required: ['standard', 'edition', 'body', 'certificateNumber', 'holder', 'scopeText', 'issuedOn', 'expiresOn', 'ownerId'],
      facts: (work, certificate) => facts.beforeIssuing(work, certificate),
      checks: [...dates, rules.stagesAreOver, rules.hasItsFile],
      set: ({ expiresOn }, actor, { facts: found }) => ({
        scopeStatementId: (found as { scopeId: string | null }).scopeId,
        recertifyBy: recertifyBy(expiresOn),
        enteredById: actor.id,
      }),
      effect: planCycle,
    },
    verify: {
      from: issued,
      by: keepers,
      fields: ['verification'],
      required: ['verification'],
      rules: [rules.comparedByAnother],
      set: (_certificate, actor, context) => ({ verifiedOn: today(context), verifiedById: actor.id }),
    },
    /** A typing error; what the body changes is another certificate. */
    correct: {
      from: issued,
      by: keepers,
      fields: [...paperNames, 'ownerId'],
      requires: ['reason'],
      required: ['standard', 'edition', 'body', 'certificateNumber', 'holder', 'scopeText', 'issuedOn', 'expiresOn'],
      checks: dates,
      set: ({ expiresOn }, actor) => ({ ...unverified, recertifyBy: recertifyBy(expiresOn), enteredById: actor.id }),
    },
    /** The scope in force has changed, and the certificate covers what it says now. */
    bind_scope: {
      from: issued,
      by: keepers,
      requires: ['reason'],
      facts: (work, certificate) => facts.beforeIssuing(work, certificate),
      set: (_certificate, _actor, { facts: found }) => ({ scopeStatementId: (found as { scopeId: string | null }).scopeId }),
    },
    publish: {
      from: issued,
      by: keepers,
      rules: [rules.isCompared],
      facts: facts.newToken,
      set: (_certificate, _actor, context) => ({
        publicToken: String(context.facts['token']),
        publishedOn: today(context),
      }),
    },
    unpublish: {
      from: [...issued, ...over],
      by: keepers,
      rules: [rules.isPublished],
      set: () => ({ publicToken: null, publishedOn: null }),
    },
    suspend: {
      from: ['valid'],
      to: 'suspended',
      by: keepers,
      fields: ['suspendedOn', 'suspendedUntil', 'suspensionReason'],
      required: ['suspendedOn', 'suspendedUntil', 'suspensionReason'],
      checks: [rules.suspendedAlready, rules.suspendedForATime],
    },
    restore: {
      from: ['suspended'],
      to: 'valid',
      by: keepers,
      requires: ['reason'],
      set: () => ({ suspendedOn: null, suspendedUntil: null, suspensionReason: null }),
    },
    withdraw: {
      from: issued,
      to: 'withdrawn',
      by: keepers,
      fields: ['endedOn'],
      required: ['endedOn'],
      requires: ['reason'],
      checks: [rules.endedAlready],
    },
    cancel: {
      from: issued,
      to: 'cancelled',
      by: keepers,
      fields: ['endedOn'],
      required: ['endedOn'],
      requires: ['reason'],
      checks: [rules.endedAlready],
    },
    abandon: { from: ['preparing'], to: 'abandoned', by: keepers, requires: ['reason'] },
    /** By the software, on the day after its last. */
    expire: { from: issued, to: 'expired', by: [] },
    /** By the software, when the one that follows it is issued. */
    supersede: { from: [...issued, 'expired'], to: 'replaced', by: ['system'], set: (_one, _actor, context) => ({ endedOn: today(context) }) },
    move: { from: [...issued, 'expired'], to: 'transferred', by: ['system'], set: (_one, _actor, context) => ({ endedOn: today(context) }) },
  },
  clocks: {},
}); // prettier-ignore

/** What a certification body has certified of the organisation, in which scope and until when. */
export const certificate = defineRecord({
  type: 'certificate',
  plural: 'certificates',
  prefix: 'CER',
  fields,
  base: ['title', 'ownerId'],
  search: ['standard', 'certificateNumber', 'body', 'holder', 'scopeText', 'scopeTextZh'],
  list: ['number', 'title', 'state', 'standard', 'edition', 'body', 'certificateNumber', 'issuedOn', 'expiresOn', 'publishedOn', 'ownerId'],
  register: true,
  process,
  access,
}); // prettier-ignore
