import { dayIn } from '../../kernel/calendar/home-days.ts';
import { each, staff } from '../../kernel/access/roles.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { changeLink } from '../../kernel/link/link.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Context, type Input, type Rule } from '../../kernel/process/process.ts';
import {
  boolean,
  choice,
  date,
  longText,
  readOnly,
  reference,
  references,
  starting,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { keepers } from './asset.fields.ts';
import { subjects, timeOfDay } from './maintenance-plan.fields.ts';

const fields = {
  planId: reference('maintenance-plan'),
  subjectIds: starting<string[]>([], references(...subjects)),
  instructions: longText(),
  dueOn: date(),
  windowFrom: timeOfDay(),
  windowTo: timeOfDay(),
  needsChange: starting(false, boolean()),
  changeId: reference('change'),
  result: longText(4000),
  outcome: choice('in_order', 'repaired', 'fault_found', 'incomplete'),
  doneOn: readOnly(date()),
  doneById: readOnly(reference('person')),
  missedOn: readOnly(date()),
};
export type MaintenanceTask = RecordOf<typeof fields>;
type Of = Rule<MaintenanceTask>;

const workers = [...keepers, 'service-desk-lead', 'service-desk-agent', 'engineer', 'service-owner'];
const overseers = [...keepers, 'service-desk-lead', 'service-owner'];
const open = ['open', 'in_progress', 'in_change'] as const;

/** The change by which it is done: the one named, else one that is linked, either way round. */
async function changeOf(work: Work, task: MaintenanceTask, input: Input) {
  const [row] = await work.run<{ number: string }>(
    'change_of_maintenance',
    `select r.number from record r where r.type = 'change' and (r.id = $2 or r.id in (
       select to_id from link where from_id = $1 union all select from_id from link where to_id = $1))
     order by r.id = $2 desc nulls last limit 1`,
    [task.id, input['changeId'] ?? task.changeId],
  );
  return { change: row?.number };
}

const changeIsLinked: Of = (_task, _actor, { facts }) =>
  facts['change'] === undefined ? no('maintenance_task.no_change', {}, 'changeId') : undefined;
/** Maintenance that alters something is a change, and is done as one (8.5.1). */
const doneByChange: Of = (task, _actor, { facts }) =>
  task.needsChange === true && facts['change'] === undefined ? no('maintenance_task.no_change') : undefined;

/** So that the way from the plan to the change is one that the chain shows. */
const linkChange = async (work: Work, task: MaintenanceTask, actor: Actor, { facts }: Context) => {
  await changeLink(
    work,
    { type: 'maintenance-task', id: task.id },
    actor,
    'link',
    'related',
    String(facts['change']),
  );
};

const dayIsOver: Of = (task, _actor, { settings, at }) =>
  task.dueOn !== null && task.dueOn >= dayIn(settings, at)
    ? no('maintenance_task.not_missed', { due: task.dueOn })
    : undefined;
const notMissed: Of = (task) =>
  task.missedOn === null ? undefined : no('maintenance_task.missed_already', { date: task.missedOn });

const process = defineProcess<MaintenanceTask>()({
  states: { open: 'new', in_progress: 'active', in_change: 'waiting', done: 'closed', skipped: 'closed' },
  initial: 'open',
  create: {
    by: ['system', ...overseers],
    fields: [
      'title', 'planId', 'subjectIds', 'instructions', 'dueOn', 'windowFrom', 'windowTo', 'needsChange', 'ownerId', 'teamId',
      'serviceId',
    ], // prettier-ignore
    required: ['title', 'dueOn'],
  },
  edit: {
    from: [...open],
    by: workers,
    fields: ['ownerId', 'teamId', 'windowFrom', 'windowTo'],
    comment: 'internal',
  },
  transitions: {
    start: {
      from: ['open'],
      to: 'in_progress',
      by: workers,
      set: (task, actor) => ({ ownerId: task.ownerId ?? actor.id }),
    },
    /** From here on the linked change says when and how; the day it is due stays. */
    hand_to_change: {
      from: ['open', 'in_progress'],
      to: 'in_change',
      by: workers,
      fields: ['changeId'],
      facts: changeOf,
      checks: [changeIsLinked],
      effect: linkChange,
    },
    finish: {
      from: [...open],
      to: 'done',
      by: workers,
      fields: ['outcome', 'result'],
      required: ['outcome', 'result'],
      facts: changeOf,
      checks: [doneByChange],
      set: (_task, actor, { settings, at }) => ({ doneOn: dayIn(settings, at), doneById: actor.id }),
      comment: 'internal',
    },
    reschedule: {
      from: [...open],
      by: overseers,
      fields: ['dueOn'],
      required: ['dueOn'],
      requires: ['reason'],
      rules: [notMissed],
    },
    skip: { from: [...open], to: 'skipped', by: overseers, requires: ['reason'] },
    /** By the job, once its day is over: permanent, whenever it is done afterwards. */
    miss: {
      from: [...open],
      by: ['system'],
      rules: [notMissed, dayIsOver],
      set: (_task, _actor, { settings, at }) => ({ missedOn: dayIn(settings, at) }),
    },
  },
  clocks: {},
});

/** One occurrence of a plan: due on a day, done with a result, by a change, or missed. */
export const maintenanceTask = defineRecord({
  type: 'maintenance-task',
  plural: 'maintenance-tasks',
  prefix: 'MTK',
  fields,
  base: ['title', 'ownerId', 'teamId', 'serviceId'],
  search: ['instructions', 'result'],
  list: ['number', 'title', 'state', 'dueOn', 'missedOn', 'planId', 'teamId', 'ownerId', 'doneOn'],
  process,
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    'internal-auditor': { view: 'all', act: 'own' },
    engineer: { view: 'all', act: 'team' },
  },
});
