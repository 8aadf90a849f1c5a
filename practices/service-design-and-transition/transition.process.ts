import { z } from 'zod';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess } from '../../kernel/process/process.ts';
import { verdictSchema } from '../release-and-deployment-management/practice.ts';
import * as facts from './transition.facts.ts';
import { deciders, workers, type Transition } from './transition.fields.ts';
import * as guards from './transition.guards.ts';
import { areas } from './transition.parts.ts';
import { actualsSchema, evaluationSchema } from './transition.schema.ts';
import * as rules from './transition.rules.ts';
import * as sets from './transition.sets.ts';

const proposal = [
  'title',
  'kind',
  'reasonFor',
  'serviceId',
  'ownerId',
  'teamId',
  'partyIds',
  'plannedLiveOn',
] as const;
const agreed = ['outcomes', 'criteria'] as const;
const plan = ['plan', 'plannerId', 'handling', 'receiverId'] as const;
const design = ['designSummary', 'requirements', 'checklist', 'designerIds'] as const;
const work = ['developerIds', 'changeIds', 'releaseIds'] as const;
const everything = [...proposal, ...agreed, ...plan, ...design, ...work] as const;
const reference = z.string().trim().min(1).max(1000);
const beforeEnd = [
  'proposed', 'prioritised', 'planning', 'plan_approved', 'design', 'design_approved', 'build', 'test', 'accepted', 'rejected_criteria',
  'transition', 'data_done',
] as const; // prettier-ignore

/** [STD] Those whom it concerns read what was intended and what came of it. */
async function tellParties(given: Work, it: Transition): Promise<void> {
  await notify(given, {
    kind: 'transition.reported',
    recordId: it.id,
    personIds: it.partyIds ?? [],
    params: { text: (it.closureReport ?? '').slice(0, 2000) },
    key: it.id,
  });
}

/** 8.5.2 — processes.md 7. */
export const process = defineProcess<Transition>()({
  states: {
    proposed: 'new',
    prioritised: 'new',
    planning: 'active',
    plan_approved: 'active',
    design: 'active',
    design_approved: 'active',
    build: 'active',
    test: 'active',
    accepted: 'active',
    rejected_criteria: 'waiting',
    transition: 'active',
    live: 'active',
    data_done: 'active',
    retired: 'active',
    closure_reported: 'waiting',
    closed: 'closed',
    cancelled: 'closed',
  },
  initial: 'proposed',
  create: {
    by: workers,
    fields: everything,
    required: ['title', 'kind', 'reasonFor'],
    checks: [guards.namesService],
    set: sets.created,
  },
  edit: {
    from: ['proposed', 'prioritised', 'planning'],
    by: workers,
    fields: everything,
    required: ['title', 'kind', 'reasonFor'],
    rules: [rules.worksOnIt],
    checks: [guards.namesService],
  },
  transitions: {
    prioritise: { from: ['proposed'], to: 'prioritised', by: deciders, fields: ['rank'], required: ['rank'] },
    start_planning: {
      from: ['prioritised'],
      to: 'planning',
      by: workers,
      fields: ['plannerId'],
      rules: [rules.worksOnIt],
      set: sets.planningBegan,
    },
    approve_plan: {
      from: ['planning'],
      to: 'plan_approved',
      by: deciders,
      required: ['plannedLiveOn'],
      rules: [rules.approverDidNotPlan],
      checks: [guards.planIsWhole, guards.handlingIsPlanned, guards.receiverIsNamed],
      set: sets.planApproved,
    },
    start_design: {
      from: ['plan_approved'],
      to: 'design',
      by: workers,
      fields: ['designerIds'],
      rules: [guards.buildsSomething, rules.worksOnIt],
      set: sets.designBegan,
    },
    write_design: {
      from: ['design'],
      by: workers,
      fields: [...design, ...agreed, 'partyIds', ...work],
      rules: [rules.worksOnIt],
    },
    approve_design: {
      from: ['design'],
      to: 'design_approved',
      by: deciders,
      required: ['designSummary'],
      rules: [rules.approverDidNotDesign],
      checks: [guards.designIsTraced, guards.packageHasOwners],
      set: sets.designApproved,
    },
    start_build: {
      from: ['design_approved'],
      to: 'build',
      by: workers,
      fields: [...agreed, 'partyIds', 'developerIds', 'changeIds'],
      rules: [rules.worksOnIt],
      facts: facts.around,
      checks: [guards.isAgreed, guards.changeIsAuthorised],
      set: sets.buildBegan,
    },
    arrange: {
      from: ['design_approved', 'build', 'test', 'accepted', 'transition'],
      by: workers,
      fields: ['checklist', 'serviceId', 'releaseIds', 'plannedLiveOn', 'ownerId', 'teamId'],
      requires: ['reason'],
      rules: [rules.worksOnIt],
    },
    check_item: {
      from: ['design_approved', 'build', 'test', 'accepted', 'transition'],
      by: workers,
      input: { area: z.enum(areas), reference, needed: z.boolean().optional() },
      checks: [rules.answersForItem],
      set: sets.itemChecked,
    },
    start_test: {
      from: ['build'],
      to: 'test',
      by: workers,
      fields: ['testerId'],
      required: ['testerId'],
      rules: [rules.worksOnIt],
      checks: [rules.testerIsNoDeveloper],
      set: sets.testBegan,
    },
    record_results: {
      from: ['test'],
      by: workers,
      input: { verdicts: z.array(verdictSchema).min(1).max(100) },
      rules: [rules.judgeIsNoDeveloper],
      checks: [guards.verdictsFit],
      set: sets.verdictsKept,
    },
    accept: {
      from: ['test'],
      to: 'accepted',
      by: workers,
      rules: [rules.acceptorIsNoDeveloper, guards.isFullyTested, guards.everythingPassed],
      set: sets.accepted,
    },
    reject_criteria: {
      from: ['test'],
      to: 'rejected_criteria',
      by: workers,
      rules: [rules.acceptorIsNoDeveloper, guards.isFullyTested, guards.somethingFailed],
    },
    decide_failure: {
      from: ['rejected_criteria'],
      to: 'accepted',
      by: deciders,
      fields: ['failedDecision', 'decisionPartyIds'],
      required: ['failedDecision', 'decisionPartyIds'],
      rules: [rules.acceptorIsNoDeveloper],
      checks: [guards.decidedByAll],
      set: sets.decided,
    },
    rework: {
      from: ['test', 'rejected_criteria'],
      to: 'build',
      by: workers,
      requires: ['reason'],
      rules: [rules.worksOnIt],
    },
    begin_transition: {
      from: ['accepted'],
      to: 'transition',
      by: workers,
      fields: ['releaseIds'],
      required: ['releaseIds'],
      rules: [rules.worksOnIt],
    },
    go_live: {
      from: ['transition'],
      to: 'live',
      by: workers,
      fields: ['serviceId', 'releaseIds'],
      rules: [rules.worksOnIt, guards.packageIsDone],
      facts: facts.around,
      checks: [guards.wentOutByRelease, guards.isInCatalogue],
      set: sets.wentLive,
    },
    handle_line: {
      from: ['plan_approved'],
      by: workers,
      input: { line: z.int().min(1).max(100), reference },
      rules: [guards.endsSomething],
      checks: [guards.lineExists],
      set: sets.lineHandled,
    },
    data_done: {
      from: ['plan_approved'],
      to: 'data_done',
      by: workers,
      rules: [guards.endsSomething, rules.worksOnIt, guards.everythingIsHandled],
      set: sets.dataDone,
    },
    retire: {
      from: ['data_done'],
      to: 'retired',
      by: workers,
      rules: [rules.worksOnIt],
      facts: facts.around,
      checks: [guards.isWithdrawn],
      set: sets.retired,
    },
    report_closure: {
      from: ['live', 'retired'],
      to: 'closure_reported',
      by: workers,
      fields: ['closureReport', 'partyIds'],
      required: ['closureReport', 'partyIds'],
      input: { figures: actualsSchema },
      rules: [rules.worksOnIt, guards.earlyLifeIsOver],
      checks: [guards.reportIsWhole],
      set: sets.reported,
      effect: tellParties,
    },
    evaluate: {
      from: ['closure_reported'],
      by: workers,
      input: { evaluation: evaluationSchema },
      rules: [rules.evaluatorIsNoDeveloper],
      checks: [guards.evaluationSaysSomething],
      set: sets.evaluated,
    },
    close: {
      from: ['closure_reported'],
      to: 'closed',
      by: workers,
      rules: [rules.worksOnIt, guards.isEvaluated],
    },
    cancel: {
      from: beforeEnd,
      to: 'cancelled',
      by: workers,
      requires: ['reason'],
      rules: [rules.worksOnIt],
      set: sets.cancelled,
    },
  },
  clocks: {},
});
