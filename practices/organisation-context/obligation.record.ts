import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { create } from '../../kernel/record/act.ts';
import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { choice, date, integer, longText, plain, readOnly, reference, references, starting, text } from '../../kernel/record/field.ts'; // prettier-ignore
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { access, keepers, reporters } from './context.access.ts';
import { saidAnew } from './review.ts';

const obligationKinds = ['law', 'regulation', 'standard', 'contract', 'policy', 'licence'] as const;

const fields = {
  kind: choice(...obligationKinds),
  /** Of the list of laws that everybody begins with; each is taken once. */
  preset: readOnly(text(60)),
  issuedBy: text(200),
  reference: text(300),
  inForceSince: date(),
  url: text(500),
  demands: longText(8000),
  /** 6.3 c: how it bears on the system and the services. */
  bearing: longText(8000),
  applicabilityReason: longText(4000),
  decidedOn: readOnly(date()),
  decidedById: readOnly(reference('person')),
  serviceIds: starting<string[]>([], references('service')),
  agreementId: reference('agreement'),
  evaluateMonths: starting(12, integer(1, 60)),
  result: choice('compliant', 'partly', 'not_compliant'),
  evaluation: longText(8000),
  evaluatedOn: readOnly(date()),
  evaluatedById: readOnly(reference('person')),
  evaluationDueOn: readOnly(date()),
};
type Obligation = RecordOf<typeof fields>;
type Of = Rule<Obligation>;

const about = [
  'title', 'kind', 'issuedBy', 'reference', 'inForceSince', 'url', 'demands', 'serviceIds', 'agreementId', 'ownerId', 'evaluateMonths',
]; // prettier-ignore

/** What does not comply is not only written down: somebody does something about it by a day. */
const lapseIsActedOn: Of = (_obligation, _actor, { input }) => {
  if (input['result'] === 'compliant' || input['result'] === undefined) return undefined;
  const missing = ['action', 'actionDueOn'].find((key) => input[key] === undefined);
  return missing === undefined ? undefined : no('obligation.lapse_needs_action', {}, missing);
};

const dueIsAhead: Of = (_obligation, _actor, { input, at, settings }) =>
  typeof input['actionDueOn'] === 'string' && input['actionDueOn'] < dayIn(settings, at)
    ? no('obligation.action_is_past', {}, 'actionDueOn')
    : undefined;

/** A contract is found again by the agreement that it is. */
const contractIsNamed: Of = (obligation, _actor, { input }) => {
  const { kind, agreementId, reference: named } = { ...obligation, ...input } as Obligation;
  return kind === 'contract' && agreementId === null && named === null
    ? no('obligation.contract_unnamed', {}, 'agreementId')
    : undefined;
};

const decided = (obligation: Obligation, actorId: string | null, today: string) => ({
  decidedOn: today,
  decidedById: actorId,
  evaluationDueOn: obligation.evaluationDueOn ?? today,
});

const process = defineProcess<Obligation>()({
  states: { identified: 'new', applicable: 'active', not_applicable: 'done', ended: 'closed' },
  initial: 'identified',
  create: {
    by: reporters,
    fields: about,
    input: { preset: plain(60).optional() },
    required: ['title', 'kind'],
    checks: [contractIsNamed],
    set: (_obligation, _actor, { input }) =>
      typeof input['preset'] === 'string' ? { preset: input['preset'] } : {},
  },
  edit: {
    from: ['identified', 'applicable'],
    by: reporters,
    fields: about,
    required: ['title', 'kind'],
    checks: [contractIsNamed],
    set: ({ evaluatedOn }, _actor, { input }) =>
      evaluatedOn !== null && typeof input['evaluateMonths'] === 'number'
        ? { evaluationDueOn: addMonths(evaluatedOn, input['evaluateMonths']) }
        : {},
  },
  transitions: {
    apply: {
      from: ['identified', 'not_applicable'],
      to: 'applicable',
      by: keepers,
      fields: ['applicabilityReason', 'bearing', 'demands', 'serviceIds', 'ownerId'],
      required: ['applicabilityReason', 'bearing', 'ownerId'],
      checks: [saidAnew('obligation', 'applicabilityReason')],
      set: (obligation, actor, { at, settings }) => decided(obligation, actor.id, dayIn(settings, at)),
    },
    rule_out: {
      from: ['identified', 'applicable'],
      to: 'not_applicable',
      by: keepers,
      fields: ['applicabilityReason'],
      required: ['applicabilityReason'],
      checks: [saidAnew('obligation', 'applicabilityReason')],
      set: (_obligation, actor, { at, settings }) => ({
        decidedOn: dayIn(settings, at),
        decidedById: actor.id,
        evaluationDueOn: null,
      }),
    },
    evaluate: {
      from: ['applicable'],
      by: reporters,
      fields: ['result', 'evaluation', 'evaluateMonths'],
      required: ['result', 'evaluation'],
      input: {
        action: plain(200).optional(),
        actionDueOn: date().schema.optional(),
      },
      checks: [saidAnew('obligation', 'result', 'evaluation'), lapseIsActedOn, dueIsAhead],
      set: (obligation, actor, { input, at, settings }) => {
        const today = dayIn(settings, at);
        const months = typeof input['evaluateMonths'] === 'number' ? input['evaluateMonths'] : obligation.evaluateMonths;
        return { evaluatedOn: today, evaluatedById: actor.id, evaluationDueOn: addMonths(today, months ?? 12) };
      }, // prettier-ignore
      effect: async (work, obligation, actor, { input }) => {
        if (typeof input['action'] === 'string') await actOn(work, obligation, actor.id, input);
      },
    },
    end: {
      from: ['identified', 'applicable', 'not_applicable'],
      to: 'ended',
      by: keepers,
      requires: ['reason'],
    },
  },
  clocks: {},
});

async function actOn(work: Work, obligation: Obligation, actorId: string | null, input: Readonly<Record<string, unknown>>) {
  await create(work, 'action-item', system(), {
    title: input['action'],
    dueOn: input['actionDueOn'],
    ownerId: obligation.ownerId ?? actorId,
    sourceId: obligation.id,
  });
} // prettier-ignore

/** 6.3 c: what laws, contracts, standards and policies ask, whether it applies, and whether it is kept. */
export const obligation = defineRecord({
  type: 'obligation',
  plural: 'obligations',
  prefix: 'OBL',
  fields,
  base: ['title', 'ownerId'],
  search: ['reference', 'issuedBy', 'demands', 'bearing', 'evaluation'],
  list: [
    'number',
    'title',
    'state',
    'kind',
    'reference',
    'ownerId',
    'result',
    'evaluatedOn',
    'evaluationDueOn',
  ],
  unique: { obligation_preset: 'preset' },
  register: true,
  process,
  access,
});
