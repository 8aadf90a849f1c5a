import { isDeepStrictEqual } from 'node:util';
import type { Access } from '../../kernel/access/access.ts';
import { each, staff } from '../../kernel/access/roles.ts';
import { no, defineProcess, type Action, type Rule } from '../../kernel/process/process.ts';
import {
  boolean,
  choice,
  integer,
  longText,
  readOnly,
  reference,
  references,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { emptyForm } from './form.ts';
import { formSchema } from './form.schema.ts';
import { keepForm, placesNamed, type NamedPlaces } from './request-model.queries.ts';
import {
  approvalStepsSchema,
  entitledRolesSchema,
  tasksSchema,
  type ApprovalStep,
  type TaskTemplate,
} from './request-model.schema.ts';

const categories = [
  'access', 'information', 'hardware', 'software', 'communication', 'change', 'people', 'facilities', 'travel',
] as const; // prettier-ignore

/** From when the target counts: as 0.5 has it, or, where the organisation has agreed so, when it was approved. */
export const targetStarts = ['submitted', 'approved'] as const;

const fields = {
  titleEn: text(120),
  titleZh: text(120),
  descriptionEn: longText(2000),
  descriptionZh: longText(2000),
  category: choice(...categories),
  /** One of the pages' own icons, by name. */
  icon: text(40),
  instructionEn: longText(),
  instructionZh: longText(),
  form: starting(emptyForm, structure(formSchema)),
  formVersion: readOnly(starting(1, integer(1))),
  /** Both empty: offered to everybody. */
  entitledUnitIds: starting<string[]>([], references('organisation')),
  entitledRoles: starting<string[]>([], structure(entitledRolesSchema)),
  approvalSteps: starting<ApprovalStep[]>([], structure(approvalStepsSchema)),
  tasks: starting<TaskTemplate[]>([], structure(tasksSchema)),
  costCents: integer(),
  currency: starting('CNY', choice('CNY', 'EUR', 'USD', 'HKD')),
  /** The key of the number question whose answer is the price, in whole units of the currency. */
  costQuestion: text(40),
  grantsAccess: starting(false, boolean()),
  recertifyMonths: integer(1, 36),
  /** Its risk has to be assessed: each such request becomes a change. */
  needsChange: starting(false, boolean()),
  /** Working hours over the calendar, from the request, or from its approval, to its fulfilment. */
  targetHours: integer(1, 5000),
  targetFrom: starting('submitted', choice(...targetStarts)),
  calendarId: reference('calendar'),
};
export type RequestModel = RecordOf<typeof fields>;

/** The date question that says until when access is wanted; a model that grants access must ask it. */
export const accessEndKey = 'access_until';

type R = Rule<RequestModel>;
const after = (model: RequestModel, input: Readonly<Record<string, unknown>>) =>
  ({ ...model, ...input }) as RequestModel;

/** [STD] Instructions are available to those who fulfil: none is offered without. */
const hasInstruction: R = (model, _actor, { input }) => {
  const { instructionEn, instructionZh } = after(model, input);
  return instructionEn === null && instructionZh === null
    ? no('request.no_instruction', {}, 'instructionEn')
    : undefined;
};

/** A model without a target cannot be late, and so nobody would see that it is. */
const hasTarget: R = (model, _actor, { input }) => {
  const { targetHours, calendarId, needsChange } = after(model, input);
  if (needsChange === true) return undefined;
  if (targetHours === null) return no('request.no_target', {}, 'targetHours');
  return calendarId === null ? no('request.no_calendar', {}, 'calendarId') : undefined;
};

/** Access without an end, or that nobody looks at again, is what auditors find first. */
const accessEnds: R = (model, _actor, { input }) => {
  const { grantsAccess, form, recertifyMonths } = after(model, input);
  if (grantsAccess !== true) return undefined;
  if (recertifyMonths === null) return no('request.no_recertification', {}, 'recertifyMonths');
  const asked = form?.questions.some((q) => q.key === accessEndKey && q.kind === 'date' && q.required && !q.when);
  return asked ? undefined : no('request.no_access_end', { key: accessEndKey }, 'form');
}; // prettier-ignore

const costIsAsked: R = (model, _actor, { input }) => {
  const { costQuestion, form } = after(model, input);
  if (costQuestion === null) return undefined;
  return form?.questions.some((q) => q.key === costQuestion && q.kind === 'number')
    ? undefined
    : no('request.cost_question_unknown', { key: costQuestion }, 'costQuestion');
};

const namedThingsExist: R = (_model, _actor, { facts }) => {
  const { unknownTeams, unknownPeople } = facts as NamedPlaces;
  if (unknownTeams.length > 0) return no('request.task_team_unknown', {}, 'tasks');
  return unknownPeople.length > 0 ? no('request.step_person_unknown', {}, 'approvalSteps') : undefined;
};

/** What is offered stays fit to be offered. */
const stillFit: R = (model, actor, context) =>
  model.state === 'active'
    ? (hasInstruction(model, actor, context) ?? hasTarget(model, actor, context) ?? accessEnds(model, actor, context))
    : undefined; // prettier-ignore

const changesForm: NonNullable<Action<RequestModel>['set']> = (model, _actor, { input, facts }) => {
  const { formBefore } = facts as NamedPlaces;
  if (input['form'] === undefined || formBefore === undefined) return {};
  // Saving the same form again is no new one.
  return isDeepStrictEqual(input['form'], formBefore) ? {} : { formVersion: (model.formVersion ?? 1) + 1 };
};

const writers = ['administrator', 'sms-manager', 'service-owner', 'service-desk-lead', 'incident-manager'];
const writable = ['priority', 'serviceId', 'teamId', 'ownerId', ...Object.keys(fields)].filter(
  (key) => key !== 'formVersion',
);
const facts = placesNamed;
const checks = [costIsAsked, namedThingsExist];

export const process = defineProcess<RequestModel>()({
  states: { draft: 'new', active: 'active', retired: 'closed' },
  initial: 'draft',
  create: {
    by: writers,
    fields: writable,
    required: ['titleEn', 'titleZh'],
    facts,
    checks,
    effect: keepForm,
  },
  edit: {
    from: ['draft', 'active'],
    by: writers,
    fields: writable,
    required: ['titleEn', 'titleZh'],
    facts,
    checks: [...checks, stillFit],
    set: changesForm,
    effect: keepForm,
  },
  transitions: {
    activate: {
      from: ['draft'],
      to: 'active',
      by: writers,
      required: ['titleEn', 'titleZh', 'descriptionEn', 'descriptionZh', 'category', 'teamId'],
      checks: [hasInstruction, hasTarget, accessEnds, costIsAsked],
    },
    retire: { from: ['draft', 'active'], to: 'retired', by: writers, requires: ['reason'] },
    revive: { from: ['retired'], to: 'draft', by: writers, requires: ['reason'] },
  },
  clocks: {},
  // Lists, links and search have one title: both languages stand in it.
  derive: (model) => ({
    set: {
      title: [...new Set([model.titleZh, model.titleEn].filter((part) => part !== null))].join(' · '),
      priority: model.priority ?? 4,
    },
    rules: {},
  }),
});

const access: Access = each(staff, { view: 'all', act: 'all' } as const);

/** A standard demand and the prepared path to its fulfilment. */
export const requestModel = defineRecord({
  type: 'request-model',
  plural: 'request-models',
  prefix: 'MOD',
  fields,
  base: ['title', 'priority', 'serviceId', 'teamId', 'ownerId'],
  search: ['descriptionEn', 'descriptionZh', 'instructionEn', 'instructionZh'],
  list: ['number', 'title', 'state', 'category', 'teamId', 'targetHours', 'costCents', 'formVersion', 'updatedAt'],
  process,
  access,
}); // prettier-ignore
