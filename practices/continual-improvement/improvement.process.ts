import { staff } from '../../kernel/access/roles.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { comparedFacts, ideaFacts, targetFacts } from './improvement.facts.ts';
import type { Improvement } from './improvement.fields.ts';
import * as rules from './improvement.rules.ts';
import * as sets from './improvement.sets.ts';

const leaders = [...rules.leaders];
const workers = staff.filter((role) => role !== 'internal-auditor');
const about = [
  'title', 'description', 'origin', 'sourceNote', 'objective', 'sponsorId', 'aims', 'claimedBenefit', 'ownerId', 'serviceId', 'orgUnitId',
] as const; // prettier-ignore
const target = ['measureKey', 'metric', 'unit', 'direction', 'targetValue', 'targetOn'] as const;

/** 10.2, processes.md 21. The order is that of an improvement's life. */
export const process = defineProcess<Improvement>()({
  states: {
    idea: 'new',
    scored: 'active',
    approved: 'active',
    planned: 'active',
    implemented: 'active',
    measured: 'active',
    reported: 'closed',
    refused: 'closed',
    withdrawn: 'closed',
  },
  initial: 'idea',
  create: {
    by: staff,
    fields: [...about, 'sourceId'],
    required: ['title', 'description'],
    facts: ideaFacts,
    checks: [rules.sourceIsSeen],
    set: sets.proposed,
  },
  edit: {
    from: ['idea', 'scored', 'approved', 'planned'],
    by: workers,
    fields: [...about, 'priority'],
    required: ['title', 'description'],
    rules: [rules.isTheirs],
  },
  transitions: {
    score: {
      from: ['idea', 'scored'],
      to: 'scored',
      by: workers,
      fields: ['scores', 'objective'],
      required: ['scores'],
      checks: [rules.allScored, rules.objectiveIsNamed],
      set: sets.scored,
    },
    approve: {
      from: ['scored'],
      to: 'approved',
      by: leaders,
      fields: [...target, 'claimedBenefit', 'priority', 'ownerId', 'sponsorId', 'decisionReason'],
      required: ['targetValue', 'targetOn', 'priority', 'ownerId', 'decisionReason'],
      rules: [rules.approvedByAnother],
      facts: targetFacts,
      checks: [rules.targetIsMeasurable, rules.targetIsAhead],
      set: sets.approved,
    },
    refuse: {
      from: ['scored'],
      to: 'refused',
      by: leaders,
      fields: ['decisionReason'],
      required: ['decisionReason'],
      set: sets.decided,
    },
    plan: {
      from: ['approved'],
      to: 'planned',
      by: workers,
      fields: ['baselineFrom', 'baselineTo', 'baselineValue', 'baselineN', 'targetValue', 'targetOn', 'plan', 'dueOn', 'effortDays'],
      required: ['baselineFrom', 'baselineTo', 'plan', 'dueOn'],
      rules: [rules.isTheirs],
      facts: comparedFacts('baselineFrom', 'baselineTo'),
      checks: [rules.baselinePeriod, rules.baselineIsThere, rules.targetIsBetter, rules.targetIsAhead],
      set: sets.planned,
    },
    implement: {
      from: ['planned'],
      to: 'implemented',
      by: workers,
      fields: ['result'],
      required: ['result'],
      rules: [rules.isTheirs],
      set: sets.implemented,
    },
    measure: {
      from: ['implemented', 'measured'],
      to: 'measured',
      by: staff,
      fields: ['foundFrom', 'foundTo', 'foundValue', 'foundN', 'foundBenefit'],
      required: ['foundFrom', 'foundTo', 'foundBenefit'],
      facts: comparedFacts('foundFrom', 'foundTo'),
      checks: [rules.foundPeriod, rules.foundAfterwards, rules.foundIsThere],
      set: sets.measured,
    },
    plan_again: {
      from: ['measured'],
      to: 'planned',
      by: workers,
      fields: ['plan', 'dueOn', 'targetOn'],
      required: ['plan', 'dueOn'],
      requires: ['reason'],
      rules: [rules.isTheirs],
      checks: [rules.targetIsAhead],
      set: sets.replanned,
    },
    report: {
      from: ['measured'],
      to: 'reported',
      by: workers,
      fields: ['reportedTo', 'followUp'],
      required: ['reportedTo'],
      rules: [rules.isTheirs],
      checks: [rules.missIsFollowed],
      set: sets.reported,
    },
    withdraw: {
      from: ['idea', 'scored', 'approved', 'planned'],
      to: 'withdrawn',
      by: workers,
      requires: ['reason'],
      rules: [rules.isTheirs],
    },
  },
  clocks: {},
}); // prettier-ignore
