import { dayIn } from '../../kernel/calendar/home-days.ts';
import { defineProcess, type Context } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { access, keepers, reporters } from './context.access.ts';
import { fields, type ContextIssue } from './context-issue.fields.ts';
import * as rules from './context-issue.rules.ts';
import { otherClimateIssue } from './context.queries.ts';
import { reviewed, reviewMoved, saidAnew } from './review.ts';

const about = [
  'title',
  'side',
  'factor',
  'effect',
  'description',
  'consequence',
  'serviceIds',
  'ownerId',
  'reviewMonths',
];

const process = defineProcess<ContextIssue>()({
  states: { identified: 'new', active: 'active', retired: 'closed' },
  initial: 'identified',
  create: {
    by: reporters,
    fields: about,
    required: ['title', 'side', 'factor'],
    checks: [rules.climateIsAskedOnce, rules.climateIsExternal],
    facts: async (work, _issue, input) => ({ other: await otherClimateIssue(work, input['factor'], null) }),
  },
  edit: {
    from: ['identified', 'active'],
    by: reporters,
    fields: about,
    required: ['title', 'side', 'factor'],
    checks: [rules.climateIsAskedOnce, rules.climateIsExternal, rules.climateStaysClimate],
    facts: async (work, { id }, input) => ({ other: await otherClimateIssue(work, input['factor'], id) }),
    set: (issue, _actor, context) => reviewMoved(issue, context),
  },
  transitions: {
    confirm: {
      from: ['identified'],
      to: 'active',
      by: keepers,
      fields: ['ownerId', 'effect', 'description', 'consequence', 'reviewMonths'],
      required: ['ownerId', 'effect', 'description', 'consequence'],
      rules: [rules.climateIsDecided],
      set: (issue, actor, context) => reviewed(issue.reviewMonths, actor, context),
    },
    decide: {
      from: ['identified', 'active'],
      to: 'active',
      by: keepers,
      fields: ['relevance', 'rationale', 'consequence', 'ownerId'],
      required: ['relevance', 'rationale'],
      rules: [rules.isClimate],
      checks: [saidAnew('context_issue', 'relevance', 'rationale')],
      set: (issue, actor, context) => ({
        ownerId: ownerAfter(issue, context) ?? actor.id,
        ...reviewed(issue.reviewMonths, actor, context),
        decidedOn: dayIn(context.settings, context.at),
        decidedById: actor.id,
      }),
    },
    review: {
      from: ['active'],
      by: reporters,
      fields: ['reviewNote', 'effect', 'consequence', 'reviewMonths'],
      required: ['reviewNote'],
      rules: [rules.climateIsDecided],
      checks: [saidAnew('context_issue', 'reviewNote')],
      set: (issue, actor, context) => reviewed(issue.reviewMonths, actor, context),
    },
    retire: {
      from: ['identified', 'active'],
      to: 'retired',
      by: keepers,
      requires: ['reason'],
      rules: [rules.climateStays],
    },
  },
  clocks: {},
});

const ownerAfter = (issue: ContextIssue, { input }: Context) =>
  typeof input['ownerId'] === 'string' ? input['ownerId'] : issue.ownerId;

/** 4.1: something inside or outside that helps or hinders what the system is meant to achieve. */
export const contextIssue = defineRecord({
  type: 'context-issue',
  plural: 'context-issues',
  prefix: 'ISS',
  fields,
  base: ['title', 'ownerId'],
  search: ['description', 'consequence', 'rationale'],
  list: ['number', 'title', 'state', 'side', 'factor', 'effect', 'ownerId', 'reviewDueOn'],
  register: true,
  process,
  access,
});
