import { dayIn } from '../../kernel/calendar/home-days.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { saidAnew } from '../organisation-context/practice.ts';
import { fields, type Adoption } from './adoption.fields.ts';
import * as rules from './adoption.rules.ts';
import { adoptionAccess, leaders, workers } from './site.access.ts';

/** Asked for, granted or refused: whoever decides says why. */
const deciding = {
  by: leaders,
  rules: [rules.decidedAtHeadquarters, rules.decidedByAnother],
  required: ['decisionReason'],
} as const;

const process = defineProcess<Adoption>()({
  states: {
    open: 'new',
    adopted: 'active',
    exemption_asked: 'waiting',
    exempt: 'waiting',
    declined: 'done',
    ended: 'closed',
  },
  initial: 'open',
  // Made for each site when a rule is published, and for each rule when a site is new.
  create: {
    by: ['system'],
    fields: ['title', 'ownerId', 'ruleId', 'siteId', 'adoptBy'],
    required: ['title', 'ruleId', 'siteId', 'adoptBy'],
    set: (_adoption, _actor, { input }) => ({ orgUnitId: input['siteId'] as string }),
  },
  edit: {
    from: ['open', 'adopted', 'exemption_asked', 'exempt', 'declined'],
    by: workers,
    fields: ['ownerId'],
    rules: [rules.isOfTheSite],
  },
  known: rules.ruleKnown,
  transitions: {
    adopt: {
      from: ['open', 'declined', 'exempt'],
      to: 'adopted',
      by: workers,
      fields: ['how', 'ownerId'],
      required: ['how'],
      rules: [rules.isOfTheSite],
      facts: rules.ruleFacts,
      set: rules.adopted,
    },
    attest: {
      from: ['adopted'],
      by: workers,
      fields: ['attestation', 'attestationNote'],
      required: ['attestation', 'attestationNote'],
      rules: [rules.isOfTheSite, rules.isAttested],
      facts: rules.ruleFacts,
      checks: [saidAnew('rule_adoption', 'attestation', 'attestationNote')],
      set: rules.attested,
    },
    ask_exemption: {
      from: ['open', 'adopted'],
      to: 'exemption_asked',
      by: workers,
      fields: ['exemptionReason', 'exemptionUntil'],
      required: ['exemptionReason', 'exemptionUntil'],
      rules: [rules.isOfTheSite],
      checks: [rules.untilIsAhead, saidAnew('rule_adoption', 'exemptionReason', 'exemptionUntil')],
      set: (_adoption, actor, { at, settings }) => ({
        askedById: actor.id,
        askedOn: dayIn(settings, at),
        decisionReason: null,
        decidedById: null,
        decidedOn: null,
      }),
    },
    grant_exemption: {
      ...deciding,
      from: ['exemption_asked'],
      to: 'exempt',
      fields: ['exemptionUntil', 'decisionReason'],
      checks: [rules.untilIsAhead, rules.notLongerThanAsked, saidAnew('rule_adoption', 'decisionReason')],
      set: (_adoption, actor, { at, settings }) => ({
        decidedById: actor.id,
        decidedOn: dayIn(settings, at),
      }),
    },
    refuse_exemption: {
      ...deciding,
      from: ['exemption_asked'],
      to: 'open',
      fields: ['decisionReason'],
      checks: [saidAnew('rule_adoption', 'decisionReason')],
      set: (_adoption, actor, { at, settings }) => ({
        exemptionUntil: null,
        decidedById: actor.id,
        decidedOn: dayIn(settings, at),
      }),
    },
    take_back: { from: ['exemption_asked'], to: 'open', by: workers, rules: [rules.isOfTheSite] },
    decline: {
      from: ['open'],
      to: 'declined',
      by: workers,
      fields: ['declinedReason'],
      required: ['declinedReason'],
      rules: [rules.isOfTheSite, rules.onlyWhatIsAdvised],
    },
    /** Its day is over; the rule holds again. */
    run_out: { from: ['exempt'], to: 'open', by: ['system'] },
    end: {
      from: ['open', 'adopted', 'exemption_asked', 'exempt', 'declined'],
      to: 'ended',
      by: ['system'],
    },
  },
  clocks: {},
});

/** What one site makes of one rule: adopts it, is let off it for a time, or, of what is advised, leaves it. */
export const ruleAdoption = defineRecord({
  type: 'rule-adoption',
  plural: 'rule-adoptions',
  prefix: 'ADP',
  fields,
  base: ['title', 'ownerId', 'orgUnitId'],
  search: ['how', 'exemptionReason'],
  list: [
    'number',
    'title',
    'state',
    'siteId',
    'ruleId',
    'ownerId',
    'adoptBy',
    'adoptedOn',
    'exemptionUntil',
    'attestDueOn',
  ],
  register: true,
  process,
  access: adoptionAccess,
});
