import { z } from 'zod';
import { defineProcess } from '../../kernel/process/process.ts';
import { verdictSchema } from './acceptance.schema.ts';
import * as effects from './release.effects.ts';
import * as facts from './release.facts.ts';
import { workers, type Release } from './release.fields.ts';
import * as guards from './release.guards.ts';
import { figureSchema, hashesSchema } from './release.schema.ts';
import * as rules from './release.rules.ts';
import * as running from './release.running.ts';
import * as sets from './release.sets.ts';

const about = [
  'title',
  'kind',
  'versionName',
  'description',
  'serviceId',
  'serviceIds',
  'changeIds',
] as const;
const people = ['ownerId', 'teamId', 'developerIds', 'builderId', 'testerId', 'deployerId'] as const;
const window = ['plannedStartAt', 'plannedEndAt'] as const;
const way = ['method', 'rollbackPlan', 'waves'] as const;
const plan = [...about, ...people, ...window, ...way, 'criteria'] as const;
const beforeStart = ['planned', 'built', 'in_test', 'accepted', 'approved', 'baselined'] as const;
const inOrder = [rules.windowInOrder, rules.testerIsNoMaker] as const;

/** 8.5.3 — processes.md 8. */
export const process = defineProcess<Release>()({
  states: {
    planned: 'new',
    built: 'active',
    in_test: 'active',
    accepted: 'waiting',
    approved: 'active',
    baselined: 'active',
    deploying: 'active',
    deployed: 'active',
    early_life: 'waiting',
    closed: 'closed',
    rolled_back: 'done',
    cancelled: 'closed',
  },
  initial: 'planned',
  create: {
    by: workers,
    fields: plan,
    required: ['title', 'kind'],
    facts: facts.changeFacts,
    checks: inOrder,
    set: sets.created,
    effect: effects.keepChanges,
  },
  edit: {
    from: ['planned', 'built'],
    by: workers,
    fields: [...plan, 'deliverables'],
    required: ['title', 'kind'],
    rules: [rules.worksOnIt],
    facts: facts.changeFacts,
    checks: inOrder,
    set: sets.edited,
    effect: effects.keepChanges,
  },
  transitions: {
    build: {
      from: ['planned'],
      to: 'built',
      by: workers,
      fields: ['deliverables', 'versionName', 'builderId'],
      rules: [rules.worksOnIt],
      checks: [guards.hasDeliverables, rules.testerIsNoMaker],
      set: sets.built,
    },
    start_test: {
      from: ['built'],
      to: 'in_test',
      by: workers,
      fields: ['testerId', 'criteria'],
      required: ['testerId'],
      checks: [guards.hasDeliverables, guards.criteriaAreDocumented, rules.testerIsNoMaker],
      set: sets.testBegan,
    },
    record_results: {
      from: ['in_test'],
      by: workers,
      input: { verdicts: z.array(verdictSchema).min(1).max(100) },
      rules: [rules.judgeIsNoMaker],
      checks: [guards.verdictsFit],
      set: sets.verdictsKept,
    },
    decide_failure: {
      from: ['in_test'],
      by: workers,
      fields: ['failedDecision', 'decisionPartyIds'],
      required: ['failedDecision', 'decisionPartyIds'],
      rules: [guards.somethingFailed, rules.acceptorIsNoMaker],
      checks: [guards.decisionIsReasoned, guards.partiesDecide],
      set: sets.decided,
    },
    send_back: {
      from: ['built', 'in_test', 'accepted'],
      to: 'planned',
      by: workers,
      requires: ['reason'],
      rules: [rules.worksOnIt],
      set: sets.sentBack,
      effect: effects.askNobody,
    },
    accept: {
      from: ['in_test'],
      to: 'accepted',
      by: workers,
      rules: [rules.acceptorIsNoMaker, guards.isFullyTested, guards.failuresAreDecided],
      set: sets.accepted,
    },
    request_approval: {
      from: ['accepted'],
      by: workers,
      fields: ['changeIds', ...window, ...way, 'deployerId'],
      required: ['plannedStartAt', 'plannedEndAt', 'method', 'rollbackPlan'],
      rules: [rules.worksOnIt],
      facts: facts.changeFacts,
      checks: [guards.changesAreApproved, guards.planIsWhole, rules.windowInOrder, rules.windowAhead],
      set: (release, actor, context) => ({
        ...sets.edited(release, actor, context),
        ...sets.approvalAsked(release, actor, context),
      }),
      effect: async (work, release, actor, context) => {
        await effects.keepChanges(work, release, actor, context);
        await effects.askApprovers(work, release, actor, context);
      },
    },
    approved: {
      from: ['accepted'],
      to: 'approved',
      by: ['system'],
      facts: facts.deciderFacts,
      checks: [guards.approverIsNoMaker],
      set: sets.approved,
    },
    rejected: { from: ['accepted'], to: 'planned', by: ['system'], set: sets.sentBack },
    publish_schedule: {
      from: ['accepted', 'approved', 'baselined'],
      by: workers,
      required: ['plannedStartAt', 'plannedEndAt'],
      rules: [rules.worksOnIt],
      checks: [rules.windowAhead],
      set: sets.published,
      effect: effects.tellSchedule,
    },
    reschedule: {
      from: ['approved', 'baselined'],
      by: workers,
      fields: window,
      required: window,
      requires: ['reason'],
      rules: [rules.worksOnIt],
      checks: [rules.windowInOrder, rules.windowAhead],
      set: sets.moved,
    },
    take_baseline: {
      from: ['approved'],
      by: workers,
      rules: [rules.worksOnIt],
      effect: effects.keepBaseline,
    },
    baselined: {
      from: ['approved'],
      to: 'baselined',
      by: ['system'],
      input: { baseline: z.uuid() },
      set: (_release, _actor, { input }) => ({ baselineId: String(input['baseline']) }),
    },
    start: {
      from: ['baselined'],
      to: 'deploying',
      by: workers,
      input: { hashes: hashesSchema },
      rules: [rules.deploysIt, running.hasBaseline, running.deskWasTold, running.beginsInWindow],
      facts: facts.changeFacts,
      checks: [guards.changesAreApproved, running.hashesAreTheTested],
      set: sets.started,
    },
    start_wave: {
      from: ['deploying'],
      by: workers,
      rules: [rules.deploysIt, running.noWaveRuns, running.aWaveIsLeft],
      set: sets.waveStarted,
    },
    record_figures: {
      from: ['deploying'],
      by: workers,
      input: { figures: z.array(figureSchema).min(1).max(20) },
      rules: [rules.worksOnIt, running.aWaveRuns],
      checks: [running.figuresFit],
      set: sets.measured,
    },
    decide_wave: {
      from: ['deploying'],
      by: workers,
      input: { decision: z.enum(['go', 'stop']), note: z.string().trim().max(4000).optional() },
      rules: [rules.deploysIt, running.aWaveRuns],
      checks: [running.goIsEarned, running.stopIsReasoned],
      set: sets.waveDecided,
    },
    smoke_test: {
      from: ['deploying'],
      by: workers,
      fields: ['smokeResult', 'smokeEvidence'],
      required: ['smokeResult', 'smokeEvidence'],
      rules: [rules.worksOnIt],
      set: sets.smokeTested,
    },
    finish: {
      from: ['deploying'],
      to: 'deployed',
      by: workers,
      rules: [rules.deploysIt, running.allWavesWent, running.smokeTestPassed],
      set: sets.deployed,
    },
    watch: {
      from: ['deployed'],
      to: 'early_life',
      by: workers,
      rules: [rules.worksOnIt],
      set: sets.watched,
    },
    /** One step: the former state is back, or is being brought back as the plan says; why, says the reason. */
    roll_back: {
      from: ['deploying', 'deployed', 'early_life'],
      to: 'rolled_back',
      by: workers,
      requires: ['reason'],
      rules: [rules.deploysIt],
      set: sets.rolledBack,
      effect: effects.tellRollback,
    },
    /** [STD] Results are measured and analysed, incidents of the period after among them. */
    close: {
      from: ['early_life'],
      to: 'closed',
      by: workers,
      fields: ['resultAnalysis'],
      required: ['resultAnalysis'],
      rules: [rules.worksOnIt, running.wasObserved],
      facts: facts.resultFacts,
      checks: [running.analysisSaysSomething],
      set: sets.analysed,
      effect: effects.solveProblems,
    },
    /** What was taken back is analysed too, or the next one fails alike. */
    analyse: {
      from: ['rolled_back'],
      by: workers,
      fields: ['resultAnalysis'],
      required: ['resultAnalysis'],
      rules: [rules.worksOnIt, running.notAnalysedYet],
      facts: facts.resultFacts,
      checks: [running.analysisSaysSomething],
      set: sets.analysed,
    },
    cancel: {
      from: beforeStart,
      to: 'cancelled',
      by: workers,
      requires: ['reason'],
      rules: [rules.worksOnIt],
      set: sets.cancelled,
      effect: effects.askNobody,
    },
  },
  clocks: {},
});
