import { addMonths, dayIn } from '../../kernel/calendar/home-days.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { each, staff } from '../../kernel/access/roles.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { act } from '../../kernel/record/act.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { saidAnew } from '../organisation-context/practice.ts';
import { contentsNow } from './plan.contents.ts';
import { fields, partNames, type Contents, type ServiceManagementPlan } from './plan.fields.ts';
import { planInForce, planInWork } from './plan.versions.ts';

type Of = Rule<ServiceManagementPlan>;
const writers = ['sms-manager', 'top-management', 'service-level-manager'];
const about = ['title', 'ownerId', 'validFrom', 'validTo', ...partNames];
const iso = (at: number) => new Date(at).toISOString();

const noOtherInWork: Of = (_plan, _actor, { facts }) =>
  typeof facts['inWork'] === 'string'
    ? no('service_management_plan.version_in_work', { number: facts['inWork'] })
    : undefined;

const datesInOrder: Of = (plan, _actor, { input }) => {
  const { validFrom, validTo } = { ...plan, ...input } as ServiceManagementPlan;
  return validFrom !== null && validTo !== null && validTo <= validFrom
    ? no('problem.dates_reversed', { from: validFrom, to: validTo }, 'validTo')
    : undefined;
};

/** 6.3 b to g: each part is said; “there are none” is an answer, silence is not. */
const isWhole: Of = (plan) => {
  const missing = partNames.find((name) => (plan[name] ?? '').trim() === '');
  return missing === undefined
    ? undefined
    : no('service_management_plan.lacks', { field: `@service_management_plan.field.${missing}` });
};

/** 6.3 a, c, d: without services, obligations and people who lead it, there is nothing to plan. */
const registersAreFilled: Of = (_plan, _actor, { facts }) => {
  const contents = facts['contents'] as Contents;
  const empty = (['services', 'obligations', 'objectives'] as const).find(
    (one) => (contents[one] ?? []).length === 0,
  );
  if (empty !== undefined) return no(`service_management_plan.no_${empty}`);
  const held = new Set((contents['roles'] ?? []).map(({ about }) => about));
  const vacant = ['top-management', 'sms-manager'].find((role) => !held.has(role));
  return vacant === undefined ? undefined : no('service_management_plan.vacant', { role: `@role.${vacant}` });
};

const isAuthor = (plan: ServiceManagementPlan, actor: Actor) =>
  actor.id !== null && (plan.authorIds ?? []).includes(actor.id);
const approvedByAnother: Of = (plan, actor, { settings }) =>
  isAuthor(plan, actor) && settings.get(profile).value !== 'S'
    ? no('service_management_plan.approver_wrote_it')
    : undefined;

const registersFact = async (
  work: Parameters<typeof contentsNow>[0] & {
    house: { reference: { settings: Parameters<typeof dayIn>[0] } };
  },
  _plan: unknown,
  _input: unknown,
  at: number,
) => ({
  contents: await contentsNow(work, dayIn(work.house.reference.settings, at)),
});

const process = defineProcess<ServiceManagementPlan>()({
  states: { draft: 'new', submitted: 'waiting', in_force: 'active', superseded: 'closed', withdrawn: 'closed' },
  initial: 'draft',
  create: {
    by: writers,
    fields: about,
    required: ['title', 'validFrom', 'validTo'],
    checks: [noOtherInWork, datesInOrder],
    facts: async (work) => ({ inWork: await planInWork(work), before: await planInForce(work) }),
    set: (_plan, actor, { input, facts }) => {
      const before = facts['before'] as ServiceManagementPlan | undefined;
      const taken = before ? partNames.filter((name) => input[name] === undefined && before[name] !== null) : [];
      return {
        ...Object.fromEntries(taken.map((name) => [name, before?.[name] ?? null])),
        edition: (before?.edition ?? 0) + 1,
        supersedesId: before?.id ?? null,
        authorIds: actor.id === null ? [] : [actor.id],
      };
    },
  },
  edit: {
    from: ['draft'],
    by: writers,
    fields: about,
    required: ['title', 'validFrom', 'validTo'],
    checks: [datesInOrder],
    set: (plan, actor) => ({ authorIds: [...new Set([...(plan.authorIds ?? []), ...(actor.id === null ? [] : [actor.id])])] }),
  },
  transitions: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: writers,
      rules: [isWhole],
      facts: registersFact,
      checks: [registersAreFilled],
      set: (_plan, _actor, { at }) => ({ submittedAt: iso(at) }),
    },
    send_back: { from: ['submitted'], to: 'draft', by: writers, requires: ['reason'], set: () => ({ submittedAt: null }) },
    approve: {
      from: ['submitted'],
      to: 'in_force',
      by: ['top-management'],
      rules: [isWhole, approvedByAnother],
      facts: registersFact,
      checks: [registersAreFilled],
      set: (plan, actor, { at, settings, facts }) => {
        const today = dayIn(settings, at);
        return {
          contents: facts['contents'] as Contents,
          approvedById: actor.id,
          approvedAt: iso(at),
          reviewedOn: today,
          reviewedById: actor.id,
          reviewDueOn: addMonths(today, 12),
          sodException: isAuthor(plan, actor),
        };
      },
      effect: async (work, plan) => {
        if (plan.supersedesId !== null)
          await act(work, { type: 'service-management-plan', id: plan.supersedesId }, 'supersede', system());
      },
    },
    review: {
      from: ['in_force'],
      by: ['sms-manager', 'top-management'],
      fields: ['reviewNote'],
      required: ['reviewNote'],
      checks: [saidAnew('service_management_plan', 'reviewNote')],
      set: (_plan, actor, { at, settings }) => {
        const today = dayIn(settings, at);
        return { reviewedOn: today, reviewedById: actor.id, reviewDueOn: addMonths(today, 12) };
      },
    },
    supersede: { from: ['in_force'], to: 'superseded', by: ['system'] },
    withdraw: { from: ['draft', 'submitted'], to: 'withdrawn', by: writers, requires: ['reason'] },
  },
  clocks: {},
}); // prettier-ignore

/** 6.3: the plan of the system; each version is a record, with the registers as they stood when it was approved. */
export const serviceManagementPlan = defineRecord({
  type: 'service-management-plan',
  plural: 'service-management-plans',
  prefix: 'PLAN',
  fields,
  base: ['title', 'ownerId'],
  search: ['limitations', 'humans', 'technical', 'parties'],
  list: [
    'number',
    'title',
    'state',
    'edition',
    'validFrom',
    'validTo',
    'approvedById',
    'approvedAt',
    'reviewDueOn',
  ],
  register: true,
  process,
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    'internal-auditor': { view: 'all', act: 'own' },
  },
});
