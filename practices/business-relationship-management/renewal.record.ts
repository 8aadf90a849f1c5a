import { dayIn } from '../../kernel/calendar/home-days.ts';
import { defineProcess, no, type Context, type Input, type Rule } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { renewalFields, type ContractRenewal } from './renewal.fields.ts';
import { relationshipManagers, surveyAccess } from './satisfaction.access.ts';

type Of = Rule<ContractRenewal>;
type Ending = {
  readonly title: string;
  readonly customerId: string | null;
  readonly ownerId: string | null;
  readonly kind: string;
  readonly validTo: string | null;
  readonly there: string | null;
};

async function endingOf(tx: Tx, { agreementId }: Input) {
  if (typeof agreementId !== 'string') return {};
  const [ending] = await tx.run<Ending>(
    'contract_ending',
    `select r.title, r.customer_id as "customerId", r.owner_id as "ownerId", a.kind, a.valid_to::text as "validTo",
       (select o.number from contract_renewal c join record o on o.id = c.id where c.agreement_id = a.id and c.term_ends_on = a.valid_to limit 1) as there
     from agreement a join record r on r.id = a.id where a.id = $1 and r.state in ('active', 'in_review', 'expired', 'terminated')`,
    [agreementId],
  );
  return { ending };
}
const ending = (facts: Readonly<Record<string, unknown>>) => facts['ending'] as Ending | undefined;

/** 8.3.2: what a customer agreed to until a day; what suppliers agree to with us is no customer's choice. */
const isACustomersContract: Of = (_renewal, _actor, { facts }) => {
  const found = ending(facts);
  if (!found || found.kind !== 'sla' || found.customerId === null)
    return no('contract_renewal.no_customer', {}, 'agreementId');
  return found.validTo === null ? no('contract_renewal.no_end', {}, 'agreementId') : undefined;
};
/** One contract and one end of its term count once. */
const countedOnce: Of = (_renewal, _actor, { facts }) => {
  const number = ending(facts)?.there;
  return typeof number === 'string' ? no('contract_renewal.there', { number }, 'agreementId') : undefined;
};

const after = (renewal: ContractRenewal, { input }: Pick<Context, 'input'>) =>
  ({ ...renewal, ...input }) as ContractRenewal;
/** Renewed is what goes on: until a later day, or by another contract of the same customer. */
const goesOn: Of = (renewal, _actor, context) => {
  const { termEndsOn, newTermEndsOn, newAgreementId } = after(renewal, context);
  if (newTermEndsOn === null && newAgreementId === null)
    return no('problem.required', { field: '@contract_renewal.field.newTermEndsOn' }, 'newTermEndsOn');
  return termEndsOn !== null && newTermEndsOn !== null && newTermEndsOn <= termEndsOn
    ? no('problem.dates_reversed', { from: termEndsOn, to: newTermEndsOn }, 'newTermEndsOn')
    : undefined;
};
const ofTheSameCustomer: Of = ({ customerId }, _actor, { facts }) =>
  facts['newCustomerId'] === undefined || facts['newCustomerId'] === customerId
    ? undefined
    : no('contract_renewal.another_customer', {}, 'newAgreementId');

async function newOne(tx: Tx, { newAgreementId }: Input) {
  if (typeof newAgreementId !== 'string') return {};
  const [row] = await tx.run<{ customerId: string | null }>(
    'contract_renewed_by',
    'select r.customer_id as "customerId" from agreement a join record r on r.id = a.id where a.id = $1',
    [newAgreementId],
  );
  return { newCustomerId: row?.customerId ?? null };
}

const by = [...relationshipManagers, 'service-level-manager'];
const worth = ['ownerId', 'valueCents', 'currency', 'note'];
const decided = (_renewal: ContractRenewal, actor: { readonly id: string | null }, { settings, at }: Context) => ({
  decidedOn: dayIn(settings, at),
  decidedById: actor.id,
}); // prettier-ignore

const process = defineProcess<ContractRenewal>()({
  states: { due: 'active', renewed: 'closed', lost: 'closed', left_out: 'closed' },
  initial: 'due',
  create: {
    by,
    fields: ['agreementId', ...worth],
    required: ['agreementId'],
    facts: (work, _renewal, input) => endingOf(work, input),
    checks: [isACustomersContract, countedOnce],
    set: (renewal, _actor, { facts }) => {
      const found = ending(facts);
      return {
        title: found?.title ?? '–',
        customerId: found?.customerId ?? null,
        termEndsOn: found?.validTo ?? null,
        ownerId: renewal.ownerId ?? found?.ownerId ?? null,
      };
    },
  },
  edit: { from: ['due'], by, fields: worth },
  transitions: {
    renew: {
      from: ['due'],
      to: 'renewed',
      by,
      fields: ['newTermEndsOn', 'newAgreementId', 'valueCents', 'currency', 'note'],
      facts: (work, _renewal, input) => newOne(work, input),
      checks: [goesOn, ofTheSameCustomer],
      set: decided,
    },
    lose: {
      from: ['due'],
      to: 'lost',
      by,
      fields: ['lostBecause', 'note'],
      required: ['lostBecause'],
      set: decided,
    },
    /** Ended by us, or merged into another: no customer decided, so it is counted on neither side, and printed. */
    leave_out: { from: ['due'], to: 'left_out', by, requires: ['reason'], set: decided },
    reopen: {
      from: ['renewed', 'lost', 'left_out'],
      to: 'due',
      by,
      requires: ['reason'],
      set: () => ({
        decidedOn: null,
        decidedById: null,
        lostBecause: null,
        newTermEndsOn: null,
        newAgreementId: null,
      }),
    },
  },
  clocks: {},
});

/** 8.3.2: whether a customer stayed when the term of the contract was over, and why not. */
export const contractRenewal = defineRecord({
  type: 'contract-renewal',
  plural: 'contract-renewals',
  prefix: 'RNW',
  fields: renewalFields,
  base: ['title', 'ownerId', 'customerId'],
  search: ['note'],
  list: ['number', 'title', 'state', 'customerId', 'agreementId', 'termEndsOn', 'newTermEndsOn', 'lostBecause', 'ownerId'],
  unique: { contract_renewal_term: 'agreementId' },
  register: true,
  process,
  access: surveyAccess,
}); // prettier-ignore
