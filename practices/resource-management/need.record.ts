import { dayIn } from '../../kernel/calendar/home-days.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import {
  choice,
  date,
  decimal,
  level,
  longText,
  readOnly,
  reference,
  text,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { access, deciders, planners } from './resource.access.ts';
import { years } from './years.ts';

/** The four of 7.1. */
export const classes = ['people', 'technology', 'information', 'money'] as const;

const fields = {
  /** A choice, so that it is written as a year and not as an amount. */
  year: level(...years),
  resourceClass: choice(...classes),
  objectiveId: reference('objective'),
  description: longText(4000),
  unit: text(40),
  need: decimal(0),
  available: decimal(0),
  gap: readOnly(decimal()),
  availableNote: longText(1000),
  decision: choice('provide', 'provide_part', 'postpone', 'do_without'),
  reason: longText(4000),
  decidedOn: readOnly(date()),
  decidedById: readOnly(reference('person')),
  dueOn: date(),
  result: longText(4000),
  providedOn: readOnly(date()),
  providedById: readOnly(reference('person')),
};
export type ResourceNeed = RecordOf<typeof fields>;
type Of = Rule<ResourceNeed>;
const after = (need: ResourceNeed, { input }: Pick<Context, 'input'>) =>
  ({ ...need, ...input }) as ResourceNeed;

/** What is to be provided has a day; what is not has a reason, which is asked in any case. */
const providedByADay: Of = (need, _actor, context) => {
  const { decision, dueOn } = after(need, context);
  if (decision !== 'provide' && decision !== 'provide_part') return undefined;
  if (dueOn === null) return no('problem.required', { field: '@resource_need.field.dueOn' }, 'dueOn');
  return dueOn < dayIn(context.settings, context.at)
    ? no('resource_need.due_is_past', {}, 'dueOn')
    : undefined;
};

/** Who says what they need does not also grant it. */
const grantedByAnother: Of = ({ createdBy }, actor) =>
  actor.id !== null && createdBy === actor.id ? no('resource_need.own_need') : undefined;

const isShort: Of = ({ gap }) => (gap !== null && gap <= 0 ? no('resource_need.enough') : undefined);
const isEnough: Of = ({ gap }) => (gap === null || gap > 0 ? no('resource_need.short') : undefined);
const isToBeProvided: Of = ({ decision }) =>
  decision === 'provide' || decision === 'provide_part' ? undefined : no('resource_need.not_granted');

const about = [
  'title',
  'year',
  'resourceClass',
  'serviceId',
  'objectiveId',
  'description',
  'unit',
  'need',
  'available',
  'availableNote',
  'ownerId',
];

const process = defineProcess<ResourceNeed>()({
  states: { draft: 'new', covered: 'closed', decided: 'active', provided: 'closed', refused: 'closed' },
  initial: 'draft',
  create: { by: planners, fields: about, required: ['title', 'year', 'resourceClass'] },
  edit: { from: ['draft'], by: planners, fields: about, required: ['title', 'year', 'resourceClass'] },
  transitions: {
    confirm_covered: {
      from: ['draft'],
      to: 'covered',
      by: planners,
      fields: ['need', 'available', 'unit', 'availableNote', 'ownerId'],
      required: ['need', 'available', 'unit', 'ownerId'],
      rules: [isEnough],
    },
    decide: {
      from: ['draft', 'decided'],
      to: 'decided',
      by: deciders,
      fields: ['decision', 'reason', 'dueOn', 'ownerId'],
      required: ['need', 'available', 'unit', 'decision', 'reason', 'ownerId'],
      options: { decision: ['provide', 'provide_part'] },
      rules: [grantedByAnother, isShort],
      checks: [providedByADay],
      set: (_need, actor, { at, settings }) => ({ decidedOn: dayIn(settings, at), decidedById: actor.id }),
    },
    refuse: {
      from: ['draft', 'decided'],
      to: 'refused',
      by: deciders,
      fields: ['decision', 'reason'],
      required: ['decision', 'reason'],
      options: { decision: ['postpone', 'do_without'] },
      rules: [isShort],
      set: (_need, actor, { at, settings }) => ({
        decidedOn: dayIn(settings, at),
        decidedById: actor.id,
        dueOn: null,
      }),
    },
    confirm_provided: {
      from: ['decided'],
      to: 'provided',
      by: planners,
      fields: ['available', 'result'],
      required: ['available', 'result'],
      rules: [isToBeProvided],
      set: (_need, actor, { at, settings }) => ({ providedOn: dayIn(settings, at), providedById: actor.id }),
    },
  },
  clocks: {},
  derive: ({ need, available }) => ({
    set: { gap: need === null || available === null ? null : Number((need - available).toFixed(6)) },
    rules: {},
  }),
});

/** 7.1: a resource that is needed in a year, what is there of it, and what was decided about the rest. */
export const resourceNeed = defineRecord({
  type: 'resource-need',
  plural: 'resource-needs',
  prefix: 'RES',
  fields,
  base: ['title', 'ownerId', 'serviceId'],
  search: ['description', 'reason'],
  list: [
    'number',
    'title',
    'state',
    'year',
    'resourceClass',
    'serviceId',
    'need',
    'available',
    'gap',
    'decision',
    'dueOn',
    'ownerId',
  ],
  register: true,
  process,
  access,
});
