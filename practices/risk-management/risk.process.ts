import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { staff } from '../../kernel/access/roles.ts';
import { defineProcess, type Action, type Context } from '../../kernel/process/process.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { saidAnew } from '../organisation-context/practice.ts';
import { criteriaNow, ratingOf } from './criteria.ts';
import { told, type Risk } from './risk.fields.ts';
import { actionsOf } from './risk.queries.ts';
import * as rules from './risk.rules.ts';
import { deriveScore, scoreNow } from './risk.score.ts';

/** Who audits the register does not write it (S5). */
const reporters = staff.filter((role) => role !== 'internal-auditor');
const about = ['title', 'ownerId', 'orgUnitId', ...Object.keys(told)];

/** A worse risk is looked at sooner. */
function reviewed(risk: Risk, actor: Actor, { input, at, settings }: Context): Partial<Risk> {
  const { value: criteria } = criteriaNow(settings);
  const today = dayIn(settings, at);
  const usual = criteria.reviewMonths[ratingOf(scoreNow(risk) ?? 1, criteria)];
  const months = typeof input['reviewMonths'] === 'number' ? input['reviewMonths'] : (risk.reviewMonths ?? usual);
  return { reviewedOn: today, reviewedById: actor.id, reviewDueOn: addMonths(today, Math.min(months, usual)) };
} // prettier-ignore

const unjudged: Partial<Risk> = {
  residualLikelihood: null,
  residualImpact: null,
  effectiveness: null,
  effectivenessNote: null,
  residualOn: null,
  residualById: null,
  acceptanceReason: null,
  acceptedOn: null,
  acceptedById: null,
  acceptedByTop: false,
};

const written = {
  by: reporters,
  fields: about,
  required: ['title', 'kind', 'category'],
  checks: [rules.namesWhatItConcerns],
} satisfies Omit<Action<Risk>, 'from'>;

export const riskProcess = defineProcess<Risk>()({
  states: {
    identified: 'new',
    assessed: 'active',
    treatment: 'active',
    in_progress: 'active',
    residual_assessed: 'active',
    accepted: 'active',
    monitored: 'active',
    closed: 'closed',
  },
  initial: 'identified',
  create: written,
  edit: {
    ...written,
    from: [
      'identified',
      'assessed',
      'treatment',
      'in_progress',
      'residual_assessed',
      'accepted',
      'monitored',
    ],
  },
  transitions: {
    assess: {
      from: ['identified', 'assessed', 'accepted', 'monitored'],
      to: 'assessed',
      by: reporters,
      fields: ['likelihood', 'impact', 'customerImpact', 'ownerId'],
      required: ['likelihood', 'impact', 'customerImpact', 'ownerId'],
      rules: [rules.comesFromSomewhere],
      checks: [saidAnew('risk', 'likelihood', 'impact')],
      set: (risk, actor, context) => ({
        ...unjudged,
        assessedOn: dayIn(context.settings, context.at),
        assessedById: actor.id,
        ...reviewed(
          { ...risk, score: Number(context.input['likelihood']) * Number(context.input['impact']), residualScore: null },
          actor,
          context,
        ),
      }), // prettier-ignore
    },
    plan: {
      from: ['assessed', 'residual_assessed', 'treatment'],
      to: 'treatment',
      by: reporters,
      fields: ['treatment', 'treatmentPlan', 'treatmentDueOn'],
      required: ['treatment', 'treatmentPlan', 'treatmentDueOn'],
      checks: [rules.treatmentFits, rules.isSomethingToDo, rules.dueIsAhead],
    },
    start: {
      from: ['treatment'],
      to: 'in_progress',
      by: reporters,
      facts: async (work, risk) => ({ actions: (await actionsOf(work, risk.id)).n }),
      checks: [rules.hasActions],
    },
    judge: {
      from: ['in_progress'],
      to: 'residual_assessed',
      by: reporters,
      fields: ['residualLikelihood', 'residualImpact', 'effectiveness', 'effectivenessNote'],
      required: ['residualLikelihood', 'residualImpact', 'effectiveness', 'effectivenessNote'],
      facts: async (work, risk) => ({ open: (await actionsOf(work, risk.id)).open }),
      checks: [
        saidAnew('risk', 'residualLikelihood', 'residualImpact', 'effectiveness', 'effectivenessNote'),
        rules.actionsAreDone,
      ],
      set: (_risk, actor, { at, settings }) => ({
        residualOn: dayIn(settings, at),
        residualById: actor.id,
      }),
    },
    accept: {
      from: ['assessed', 'residual_assessed'],
      to: 'accepted',
      by: reporters,
      fields: ['acceptanceReason', 'reviewMonths'],
      required: ['acceptanceReason'],
      rules: [rules.mayAccept],
      checks: [saidAnew('risk', 'acceptanceReason')],
      set: (risk, actor, context) => ({
        treatment: risk.treatment ?? (risk.kind === 'opportunity' ? 'leave' : 'accept'),
        acceptedOn: dayIn(context.settings, context.at),
        acceptedById: actor.id,
        acceptedByTop: rules.acceptsAtTop(actor, context),
        ...reviewed(risk, actor, context),
      }),
    },
    review: {
      from: ['accepted', 'monitored'],
      to: 'monitored',
      by: reporters,
      fields: ['reviewNote', 'reviewMonths'],
      required: ['reviewNote'],
      checks: [saidAnew('risk', 'reviewNote')],
      set: (risk, actor, context) => reviewed(risk, actor, context),
    },
    close: {
      from: ['identified', 'accepted', 'monitored'],
      to: 'closed',
      by: reporters,
      requires: ['reason'],
    },
  },
  clocks: {},
  derive: deriveScore,
});
