import { addDays, dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { teams } from '../../kernel/directory/team.snapshot.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Context, type Rule } from '../../kernel/process/process.ts';
import { create } from '../../kernel/record/act.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { insideAccess } from './asset.access.ts';
import { keepers } from './asset.fields.ts';
import { fields, planned, type MaintenancePlan } from './maintenance-plan.fields.ts';
import { nextDue } from './rhythm.ts';

type Of = Rule<MaintenancePlan>;
const planners = [...keepers, 'service-owner', 'service-desk-lead'];
const entered = (plan: MaintenancePlan, { input }: Pick<Context, 'input'>) => ({ ...plan, ...input });

const rhythmIsWhole: Of = (plan, _actor, context) => {
  const { rhythm, every, firstDueOn, dates } = entered(plan, context);
  if (rhythm === 'dates')
    return (dates ?? []).length === 0 ? no('maintenance_plan.no_dates', {}, 'dates') : undefined;
  if (rhythm === null) return undefined;
  if (every === null) return no('maintenance_plan.no_interval', {}, 'every');
  return firstDueOn === null ? no('maintenance_plan.no_first_day', {}, 'firstDueOn') : undefined;
};

const hasSubjects: Of = (plan) =>
  (plan.subjectIds ?? []).length === 0 ? no('maintenance_plan.no_subjects') : undefined;

/** Someone is told when it falls due: the owner named, else the lead of the team. */
const somebodyIsResponsible: Of = (plan) =>
  plan.ownerId === null && plan.teamId === null ? no('maintenance_plan.nobody_responsible') : undefined;

/** What fell due before today is not made up for: a plan that was paused for a year owes no twelve tasks. */
const fromToday = (
  plan: MaintenancePlan,
  { settings, at, facts }: Pick<Context, 'settings' | 'at' | 'facts'>,
): Partial<MaintenancePlan> => {
  const yesterday = addDays(dayIn(settings, at), -1);
  const last = typeof facts['lastDue'] === 'string' ? facts['lastDue'] : yesterday;
  return { nextDueOn: nextDue(plan, last > yesterday ? last : yesterday) };
};

const lastDue = async (work: Work, plan: MaintenancePlan) => {
  const [row] = await work.run<{ last: string | null }>(
    'plan_last_due',
    'select max(due_on)::text as last from maintenance_task where plan_id = $1',
    [plan.id],
  );
  return { lastDue: row?.last ?? null };
};

const process = defineProcess<MaintenancePlan>()({
  states: { draft: 'new', active: 'active', paused: 'active', retired: 'closed' },
  initial: 'draft',
  create: { by: planners, fields: planned, required: ['title', 'rhythm'], checks: [rhythmIsWhole] },
  edit: {
    from: ['draft', 'active', 'paused'],
    by: planners,
    fields: planned,
    required: ['title', 'rhythm'],
    checks: [rhythmIsWhole],
    facts: lastDue,
    set: (plan, _actor, context) => (plan.state === 'active' ? fromToday(plan, context) : {}),
  },
  transitions: {
    activate: {
      from: ['draft', 'paused'],
      to: 'active',
      by: planners,
      rules: [hasSubjects, somebodyIsResponsible],
      facts: lastDue,
      set: (plan, _actor, context) => fromToday(plan, context),
    },
    pause: {
      from: ['active'],
      to: 'paused',
      by: planners,
      requires: ['reason'],
      set: () => ({ nextDueOn: null }),
    },
    /** By the job, as many days before it is due as the plan says. */
    generate: {
      from: ['active'],
      by: ['system'],
      rules: [(plan) => (plan.nextDueOn === null ? no('maintenance_plan.nothing_due') : undefined)],
      facts: (_work, plan) => Promise.resolve({ due: plan.nextDueOn }),
      set: (plan) => ({ nextDueOn: plan.nextDueOn === null ? null : nextDue(plan, plan.nextDueOn) }),
      effect: makeTask,
    },
    retire: {
      from: ['draft', 'active', 'paused'],
      to: 'retired',
      by: planners,
      requires: ['reason'],
      set: () => ({ nextDueOn: null }),
    },
  },
  clocks: {},
});

async function makeTask(
  work: Work,
  plan: MaintenancePlan,
  _actor: unknown,
  { at, facts }: Context,
): Promise<void> {
  const lead = plan.teamId === null ? undefined : work.house.reference.get(teams).get(plan.teamId)?.leadId;
  await create(
    work,
    'maintenance-task',
    system(),
    {
      title: plan.title,
      planId: plan.id,
      subjectIds: plan.subjectIds ?? [],
      instructions: plan.instructions,
      dueOn: facts['due'],
      windowFrom: plan.windowFrom,
      windowTo: plan.windowTo,
      needsChange: plan.needsChange ?? false,
      ownerId: plan.ownerId ?? lead ?? null,
      teamId: plan.teamId,
      serviceId: plan.serviceId,
    },
    { at },
  );
}

/** Capability 83: what is maintained before it fails, how often, by whom and in which window. */
export const maintenancePlan = defineRecord({
  type: 'maintenance-plan',
  plural: 'maintenance-plans',
  prefix: 'MTP',
  fields,
  base: ['title', 'teamId', 'ownerId', 'serviceId'],
  search: ['instructions'],
  list: ['number', 'title', 'state', 'rhythm', 'every', 'nextDueOn', 'teamId', 'ownerId'],
  register: true,
  process,
  access: insideAccess,
});
