import { dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import { no, defineProcess, type Context, type Rule } from '../../kernel/process/process.ts';
import {
  choice,
  date,
  longText,
  readOnly,
  reference,
  starting,
  structure,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { z } from 'zod';
import { saidAnew } from '../organisation-context/practice.ts';
import { basisOf, type Basis } from './evaluation.basis.ts';
import { inside, writers } from './reporting.roles.ts';

const fields = {
  kind: starting('system', choice('system', 'service')),
  periodFrom: date(),
  periodTo: date(),
  basis: readOnly(structure(z.custom<Basis>())),
  verdict: choice('effective', 'partly', 'not_effective'),
  conclusion: longText(8000),
  concludedById: readOnly(reference('person')),
  concludedOn: readOnly(date()),
};
type PerformanceEvaluation = RecordOf<typeof fields>;
type Of = Rule<PerformanceEvaluation>;
const about = ['title', 'ownerId', 'kind', 'serviceId', 'periodFrom', 'periodTo'];
const after = (one: PerformanceEvaluation, { input }: Context) =>
  ({ ...one, ...input }) as PerformanceEvaluation;

const serviceIsNamed: Of = (one, _actor, context) => {
  const { kind, serviceId } = after(one, context);
  if (kind === 'service' && serviceId === null)
    return no('performance_evaluation.service_needed', {}, 'serviceId');
  return kind === 'system' && serviceId !== null
    ? no('performance_evaluation.service_not_meant', {}, 'serviceId')
    : undefined;
};

const periodIsOver: Of = (one, _actor, context) => {
  const { periodFrom, periodTo } = after(one, context);
  if (periodFrom === null || periodTo === null) return undefined;
  if (periodTo < periodFrom)
    return no('problem.dates_reversed', { from: periodFrom, to: periodTo }, 'periodTo');
  return periodTo >= dayIn(context.settings, context.at)
    ? no('performance_evaluation.period_running', { to: periodTo }, 'periodTo')
    : undefined;
};

/** Effective on which grounds? Without a single value there are none. */
const restsOnSomething: Of = (_one, _actor, { facts }) => {
  const { objectives, figures } = facts['basis'] as Basis;
  return [...objectives, ...figures].some(({ value }) => value !== null)
    ? undefined
    : no('performance_evaluation.nothing_measured');
};

/** “Effective” although something is missed has to be explained by name, so that it was seen. */
const missedAreSeen: Of = (one, _actor, context) => {
  const { verdict } = after(one, context);
  const { objectives, figures } = context.facts['basis'] as Basis;
  const missed = [...objectives, ...figures].filter(({ met }) => met === false);
  const most = [...objectives, ...figures].filter(({ met }) => met !== null).length / 2;
  return verdict === 'effective' && missed.length > most
    ? no(
        'performance_evaluation.mostly_missed',
        {
          count: missed.length,
          titles: missed
            .slice(0, 5)
            .map(({ title }) => title)
            .join(', '),
        },
        'verdict',
      )
    : undefined;
};

const written = {
  by: [...writers],
  fields: about,
  required: ['title', 'kind', 'periodFrom', 'periodTo'],
  checks: [serviceIsNamed, periodIsOver],
};

const process = defineProcess<PerformanceEvaluation>()({
  states: { draft: 'active', concluded: 'closed', withdrawn: 'closed' },
  initial: 'draft',
  create: written,
  edit: { ...written, from: ['draft'] },
  transitions: {
    conclude: {
      from: ['draft'],
      to: 'concluded',
      by: [...writers],
      fields: ['verdict', 'conclusion'],
      required: ['verdict', 'conclusion'],
      facts: async (work, one) => ({
        basis: await basisOf(work, work.house, {
          kind: one.kind ?? 'system',
          serviceId: one.serviceId,
          period: { from: one.periodFrom ?? '', to: one.periodTo ?? '' },
          zone: work.house.reference.settings.get(homeZone).value,
        }),
      }),
      checks: [saidAnew('performance_evaluation', 'verdict', 'conclusion'), restsOnSomething, missedAreSeen],
      set: (_one, actor, { at, settings, facts }) => ({
        basis: facts['basis'] as Basis,
        concludedById: actor.id,
        concludedOn: dayIn(settings, at),
      }),
    },
    withdraw: { from: ['draft'], to: 'withdrawn', by: [...writers], requires: ['reason'] },
  },
  clocks: {},
}); // prettier-ignore

/** 9.1 c and d: is the system effective, does the service meet what is required, and on which figures is that said. */
export const performanceEvaluation = defineRecord({
  type: 'performance-evaluation',
  plural: 'performance-evaluations',
  prefix: 'PEV',
  fields,
  base: ['title', 'ownerId', 'serviceId'],
  search: ['conclusion'],
  list: ['number', 'title', 'state', 'kind', 'serviceId', 'periodTo', 'verdict', 'concludedOn'],
  process,
  access: inside,
});
