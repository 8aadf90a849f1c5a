import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, type Context } from '../../kernel/process/process.ts';
import { act, create } from '../../kernel/record/act.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { careNames, termNames, type Agreement } from './agreement.fields.ts';
import {
  overlapping,
  predecessorOf,
  todayOf,
  underpinningGaps,
  unknownCalendars,
  versionInWork,
  withdrawnServices,
  type Predecessor,
} from './agreement.queries.ts';
import {
  beginsAfterItsPredecessor,
  complete,
  customerHasSigned,
  datesInOrder,
  endsTodayOrLater,
  entered,
  isUnderpinned,
  noOtherInForce,
  noOtherVersionInWork,
  partiesAgree,
  predecessorIsInForce,
  servicesAreOffered,
  signerNamesDiffer,
  signersDiffer,
  targetCalendarsExist,
  termsStayWhileInForce,
  validityIsOver,
} from './agreement.rules.ts';
import { addDays, addMonths } from './dates.ts';

const managers = ['service-level-manager'];
const writers = ['service-level-manager', 'business-relationship-manager', 'service-owner', 'sms-manager'];
const editable = [...careNames, ...termNames];

const now = ({ at }: Pick<Context, 'at'>) => new Date(at).toISOString();
const todayFrom = ({ facts }: Context) => String(facts['today']);
const unsigned = { signedCustomer: null, signedCustomerId: null, signedCustomerOn: null } as const;

/** S9: who accepted the risk of a missing underpinning is kept with the reason. */
const riskAccepted = ({ input }: Context, actorId: string | null): Partial<Agreement> =>
  input['riskAcceptance'] === undefined
    ? {}
    : { riskAcceptedById: input['riskAcceptance'] === null ? null : actorId };

/** The first review counts from the later of its first day and its activation. */
function firstReview(agreement: Agreement, today: string): string {
  const since = agreement.validFrom !== null && agreement.validFrom > today ? agreement.validFrom : today;
  return addMonths(since, agreement.reviewEveryMonths ?? 12);
}

/** Another interval moves the review that is due. */
function movedReview(agreement: Agreement, { input, facts }: Context): Partial<Agreement> {
  const [before, after] = [facts['reviewEveryMonths'], input['reviewEveryMonths']];
  if (typeof before !== 'number' || typeof after !== 'number' || agreement.reviewDue === null) return {};
  return { reviewDue: addMonths(agreement.reviewDue, after - before) };
}

/** A new version starts as its predecessor was, but for what was given; its first day has to be settled anew. */
function fromPredecessor(record: Agreement, { input, facts }: Context): Partial<Agreement> {
  const before = facts['before'] as Predecessor | undefined;
  if (!before) return {};
  const kept = [...careNames, ...termNames].filter((name) => !['validFrom', 'riskAcceptance'].includes(name));
  const values = before as unknown as Readonly<Record<string, unknown>>;
  const copied = Object.fromEntries(
    kept.filter((name) => input[name] === undefined).map((name) => [name, values[name]]),
  );
  return {
    ...(copied as Partial<Agreement>),
    supersedesId: record.supersedesId,
    agreementVersion: (before.agreementVersion ?? 1) + 1,
  };
}

async function beforeSigning(tx: Tx, agreement: Agreement, at: number) {
  return { today: await todayOf(tx, agreement, at), gaps: await underpinningGaps(tx, agreement) };
}

async function beforeActivating(tx: Tx, agreement: Agreement, at: number) {
  return {
    ...(await beforeSigning(tx, agreement, at)),
    overlapping: await overlapping(tx, agreement),
    withdrawn: await withdrawnServices(tx, agreement.serviceIds ?? []),
    before: await predecessorOf(tx, agreement.supersedesId),
  };
}

export const agreementProcess = defineProcess<Agreement>()({
  states: {
    draft: 'new',
    negotiating: 'active',
    agreed: 'active',
    active: 'active',
    in_review: 'active',
    amended: 'closed',
    expired: 'closed',
    terminated: 'closed',
    withdrawn: 'closed',
  },
  initial: 'draft',
  create: {
    by: writers,
    fields: [...editable, 'supersedesId'],
    required: ['title', 'kind'],
    checks: [predecessorIsInForce, noOtherVersionInWork, partiesAgree, datesInOrder, targetCalendarsExist],
    facts: async (tx, _agreement, input) => {
      const id = typeof input['supersedesId'] === 'string' ? input['supersedesId'] : null;
      return {
        unknownCalendars: await unknownCalendars(tx, input),
        before: await predecessorOf(tx, id),
        inWork: id === null ? undefined : await versionInWork(tx, id),
      };
    },
    set: (agreement, _actor, context) => fromPredecessor(agreement, context),
  },
  edit: {
    from: ['draft', 'negotiating', 'active', 'in_review'],
    by: writers,
    fields: editable,
    required: ['title', 'kind', 'reopenDays', 'reviewEveryMonths', 'reportEveryMonths'],
    checks: [termsStayWhileInForce, partiesAgree, datesInOrder, targetCalendarsExist],
    facts: async (tx, agreement, input) => ({
      unknownCalendars: await unknownCalendars(tx, input),
      reviewEveryMonths: agreement.reviewEveryMonths,
    }),
    set: (agreement, actor, context) => ({
      ...riskAccepted(context, actor.id),
      // What the customer accepted was another text.
      ...(agreement.state === 'negotiating' ? unsigned : {}),
      ...movedReview(agreement, context),
    }),
  },
  transitions: {
    negotiate: { from: ['draft'], to: 'negotiating', by: writers },
    /** The customer's own signature, in the portal. */
    accept: {
      from: ['negotiating'],
      by: ['customer-contact'],
      rules: complete,
      facts: async (tx, agreement, _input, at) => ({ today: await todayOf(tx, agreement, at) }),
      set: (_agreement, actor, context) => ({
        signedCustomer: actor.name,
        signedCustomerId: actor.id,
        signedCustomerOn: todayFrom(context),
      }),
    },
    agree: {
      from: ['negotiating'],
      to: 'agreed',
      by: managers,
      fields: ['signedCustomer', 'signedCustomerOn', 'riskAcceptance'],
      rules: [...complete, signersDiffer],
      checks: [customerHasSigned, signerNamesDiffer, isUnderpinned],
      facts: (tx, agreement, _input, at) => beforeSigning(tx, agreement, at),
      set: (agreement, actor, context) => ({
        ...riskAccepted(context, actor.id),
        signedProvider: actor.name,
        signedProviderId: actor.id,
        signedProviderOn: todayFrom(context),
        // A name that was typed in is not the person who accepted in the portal.
        signedCustomerId: context.input['signedCustomer'] === undefined ? agreement.signedCustomerId : null,
      }),
    },
    renegotiate: {
      from: ['agreed'],
      to: 'negotiating',
      by: writers,
      requires: ['reason'],
      set: () => ({ ...unsigned, signedProvider: null, signedProviderId: null, signedProviderOn: null }),
    },
    activate: {
      from: ['agreed'],
      to: 'active',
      by: managers,
      fields: ['riskAcceptance'],
      rules: complete,
      checks: [servicesAreOffered, beginsAfterItsPredecessor, noOtherInForce, isUnderpinned],
      facts: (tx, agreement, _input, at) => beforeActivating(tx, agreement, at),
      set: (agreement, actor, context) => ({
        ...riskAccepted(context, actor.id),
        activatedAt: now(context),
        reviewDue: firstReview(agreement, todayFrom(context)),
      }),
      effect: endPredecessor,
    },
    begin_review: { from: ['active'], to: 'in_review', by: managers },
    finish_review: {
      from: ['in_review'],
      to: 'active',
      by: managers,
      requires: ['comment'],
      comment: 'public',
      facts: async (work, agreement, _input, at) => ({ today: await todayOf(work, agreement, at) }),
      set: (agreement, _actor, context) => ({
        reviewedAt: now(context),
        reviewedDue: agreement.reviewDue,
        reviewDue: addMonths(todayFrom(context), agreement.reviewEveryMonths ?? 12),
      }),
    },
    /** Part 9, "amended (new version)": drafts the next version; this one stays in force until that is activated. */
    revise: {
      from: ['active', 'in_review'],
      by: writers,
      requires: ['reason'],
      checks: [noOtherVersionInWork],
      facts: async (tx, agreement) => ({ inWork: await versionInWork(tx, agreement.id) }),
      effect: async (work, agreement, actor) => {
        await create(work, 'agreement', actor, { title: agreement.title, supersedesId: agreement.id });
      },
    },
    /** By the software, when the next version is activated. */
    supersede: { from: ['active', 'in_review'], to: 'amended', by: [], fields: ['validTo'] },
    expire: {
      from: ['active', 'in_review'],
      to: 'expired',
      by: managers,
      checks: [validityIsOver],
      facts: async (tx, agreement, _input, at) => ({ today: await todayOf(tx, agreement, at) }),
    },
    terminate: {
      from: ['active', 'in_review'],
      to: 'terminated',
      by: managers,
      fields: ['validTo'],
      requires: ['reason'],
      checks: [datesInOrder, endsTodayOrLater],
      facts: async (tx, agreement, _input, at) => ({ today: await todayOf(tx, agreement, at) }),
      set: (agreement, _actor, context) => ({ validTo: lastDay(agreement, context) }),
    },
    withdraw: {
      from: ['draft', 'negotiating', 'agreed'],
      to: 'withdrawn',
      by: writers,
      requires: ['reason'],
    },
  },
  clocks: {},
});

/** The last day given, else today, but never after the one agreed. */
function lastDay(agreement: Agreement, context: Context): string {
  const { validTo } = entered(agreement, context);
  const today = todayFrom(context);
  if (typeof context.input['validTo'] === 'string') return context.input['validTo'];
  return validTo !== null && validTo < today ? validTo : today;
}

/** The version before is in force until the day before this one, and keeps the records that started until then. */
async function endPredecessor(
  work: Work,
  agreement: Agreement,
  _actor: unknown,
  context: Context,
): Promise<void> {
  const before = context.facts['before'] as Predecessor | undefined;
  if (!before || agreement.validFrom === null) return;
  const dayBefore = addDays(agreement.validFrom, -1);
  const validTo = before.validTo !== null && before.validTo < dayBefore ? before.validTo : dayBefore;
  const named = { type: 'agreement', id: before.id };
  await act(work, named, 'supersede', system(), { validTo }, { at: context.at });
}
