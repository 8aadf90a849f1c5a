import { holds, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, no, type Input, type Rule } from '../../kernel/process/process.ts';
import { choice, instant, longText, readOnly, reference, starting } from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { access } from './change.access.ts';
import { managers, workers } from './change.fields.ts';
import { isThin } from './change.plans.ts';
import { approversOf } from './change.queries.ts';

const fields = {
  changeId: reference('change'),
  kind: starting(
    'implementation',
    choice(
      'preparation',
      'implementation',
      'test',
      'communication',
      'documentation',
      'investigation',
      'follow_up',
    ),
  ),
  description: longText(4000),
  dueAt: instant(),
  startedAt: readOnly(instant()),
  doneAt: readOnly(instant()),
  doneById: readOnly(reference('person')),
  result: longText(),
  cause: longText(),
  prevention: longText(),
};
export type ChangeTask = RecordOf<typeof fields>;

type R = Rule<ChangeTask>;
const iso = (at: number) => new Date(at).toISOString();
const isManager = (actor: Actor) => holds(actor, 'system') || managers.some((role) => holds(actor, role));

const mayWork: R = (task, actor) =>
  isManager(actor) ||
  (actor.id !== null && [task.ownerId, task.createdBy].includes(actor.id)) ||
  (task.teamId !== null && actor.teamIds.includes(task.teamId))
    ? undefined
    : no('change.only_task_owner');

type ChangeFacts = {
  readonly change: { readonly number: string; readonly open: boolean; readonly started: boolean } | undefined;
  readonly approverIds: readonly string[];
};

async function changeFacts(work: Work, task: ChangeTask, input: Input): Promise<ChangeFacts> {
  const id = input['changeId'] ?? task.changeId;
  const [change] = await work.run<
    NonNullable<ChangeFacts['change']> & { id: string; authorisedById: string | null }
  >(
    'change_of_task',
    `select r.id, r.number, r.open, c.started_at is not null as started, c.authorised_by_id as "authorisedById"
     from change c join record r on r.id = c.id where c.id = $1`,
    [id],
  );
  return { change, approverIds: change ? await approversOf(work, change) : [] };
}

const belongsToOpenChange: R = (_task, _actor, { facts }) => {
  const { change } = facts as ChangeFacts;
  if (!change) return no('change.task_of_nothing', {}, 'changeId');
  return change.open ? undefined : no('change.over', { number: change.number }, 'changeId');
};

/** Work on the things themselves begins with the change, not before it is approved and in its window. */
const changeHasBegun: R = (task, _actor, { facts }) => {
  const { change } = facts as ChangeFacts;
  return task.kind === 'implementation' && change && !change.started
    ? no('change.not_begun', { number: change.number })
    : undefined;
};
/** S2: whoever approved the change does not carry out its steps. */
const approverDoesNotDoIt: R = (task, actor, { facts, input }) => {
  if (task.kind !== 'implementation') return undefined;
  const { approverIds } = facts as ChangeFacts;
  const by = input['ownerId'] ?? actor.id;
  return typeof by === 'string' && approverIds.includes(by) ? no('change.approver_starts') : undefined;
};

/** [STD] "It failed" is no finding: what caused it, and what keeps it from happening again. */
const investigationConcludes: R = (task, _actor, { input }) => {
  if (task.kind !== 'investigation') return undefined;
  const said = { ...task, ...input } as ChangeTask;
  const field = (['cause', 'prevention'] as const).find((key) => isThin(said[key], 12));
  return field === undefined
    ? undefined
    : no('change.finding_needed', { field: `@change_task.field.${field}` }, field);
};
const isNoInvestigation: R = (task) =>
  task.kind === 'investigation' ? no('change.investigation_stays') : undefined;

const process = defineProcess<ChangeTask>()({
  states: { open: 'new', in_progress: 'active', done: 'closed', dropped: 'closed' },
  initial: 'open',
  create: {
    by: workers,
    fields: ['title', 'changeId', 'kind', 'description', 'ownerId', 'teamId', 'serviceId', 'dueAt'],
    required: ['title', 'changeId', 'ownerId', 'dueAt'],
    facts: changeFacts,
    checks: [belongsToOpenChange, approverDoesNotDoIt],
  },
  edit: {
    reversible: true,
    from: ['open', 'in_progress'],
    by: workers,
    fields: ['title', 'description', 'ownerId', 'teamId', 'dueAt'],
    required: ['title', 'ownerId', 'dueAt'],
    rules: [mayWork],
    facts: changeFacts,
    checks: [approverDoesNotDoIt],
    comment: 'internal',
  },
  transitions: {
    start: {
      reversible: true,
      from: ['open'],
      to: 'in_progress',
      by: workers,
      rules: [mayWork],
      facts: changeFacts,
      checks: [changeHasBegun, approverDoesNotDoIt],
      set: (_task, actor, { at }) => ({ ownerId: actor.id, startedAt: iso(at) }),
    },
    finish: {
      reversible: true,
      from: ['open', 'in_progress'],
      to: 'done',
      by: workers,
      fields: ['result', 'cause', 'prevention'],
      required: ['result'],
      rules: [mayWork],
      facts: changeFacts,
      checks: [changeHasBegun, approverDoesNotDoIt, investigationConcludes],
      set: (task, actor, { at }) => ({
        startedAt: task.startedAt ?? iso(at),
        doneAt: iso(at),
        doneById: actor.id,
      }),
    },
    leave_out: {
      reversible: true,
      from: ['open', 'in_progress'],
      to: 'dropped',
      by: workers,
      requires: ['reason'],
      rules: [mayWork, isNoInvestigation],
    },
    /** With the change that it belonged to. */
    drop: { from: ['open', 'in_progress'], to: 'dropped', by: ['system'], requires: ['reason'] },
  },
  clocks: { task: { open: 'run', in_progress: 'run', done: 'stop', dropped: 'stop' } },
});

/** What somebody is to do for a change by an instant; an investigation is one of its kinds. */
export const changeTask = defineRecord({
  type: 'change-task',
  plural: 'change-tasks',
  prefix: 'CTK',
  fields,
  base: ['title', 'serviceId', 'teamId', 'ownerId'],
  search: ['description', 'result'],
  list: ['number', 'title', 'state', 'nextDue', 'kind', 'changeId', 'ownerId', 'teamId', 'updatedAt'],
  process,
  access,
});
