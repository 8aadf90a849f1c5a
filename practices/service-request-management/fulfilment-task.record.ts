import { z } from 'zod';
import type { Access } from '../../kernel/access/access.ts';
import { each } from '../../kernel/access/roles.ts';
import {
  boolean,
  choice,
  instant,
  integer,
  longText,
  readOnly,
  reference,
  starting,
  structure,
  text,
} from '../../kernel/record/field.ts';
import { defineProcess, type Action } from '../../kernel/process/process.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import * as actions from './fulfilment-task.actions.ts';
import * as rules from './fulfilment-task.rules.ts';
import { desk, handlers, overseers } from './service-request.fields.ts';

const fields = {
  kind: starting('fulfilment', choice('fulfilment', 'recertification', 'removal')),
  requestId: reference('service-request'),
  accessId: reference('access-grant'),
  taskKey: text(40),
  afterKeys: starting<string[]>([], structure(z.array(z.string().max(40)).max(20))),
  position: starting(0, integer(0, 1000)),
  description: longText(2000),
  updatesAssets: starting(false, boolean()),
  modelId: reference('request-model'),
  targetMinutes: integer(),
  calendarId: reference('calendar'),
  openedAt: readOnly(instant()),
  startedAt: readOnly(instant()),
  doneAt: readOnly(instant()),
  outcome: longText(5000),
  minutesSpent: integer(0, 100_000),
};
export type FulfilmentTask = RecordOf<typeof fields>;

const everybody = [...handlers, ...overseers, 'user'];
const iso = (at: number) => new Date(at).toISOString();
const current = ['open', 'in_progress'] as const;

/** However a review of an access ends: with a reason, and by nobody who holds it. */
const reviewed = {
  from: [...current],
  to: 'done' as const,
  by: everybody,
  requires: ['reason'],
  rules: [rules.isReview, rules.worksOnIt],
  facts: rules.dutyFacts,
  checks: [rules.holderDoesNotReview],
  set: (_task, actor, { at }) => ({ ownerId: actor.id, doneAt: iso(at) }),
} satisfies Action<FulfilmentTask>;

const process = defineProcess<FulfilmentTask>()({
  states: { waiting: 'new', open: 'new', in_progress: 'active', done: 'closed', skipped: 'closed' },
  initial: 'waiting',
  create: {
    by: ['system'],
    fields: [
      'title', 'priority', 'serviceId', 'teamId', 'ownerId', 'customerId', 'orgUnitId', 'kind', 'requestId', 'accessId',
      'taskKey', 'afterKeys', 'position', 'description', 'updatesAssets', 'modelId', 'targetMinutes', 'calendarId',
    ], // prettier-ignore
    required: ['title', 'kind'],
    // What waits for nothing is open from the start.
    set: (task, _actor, { at }) =>
      (task.afterKeys ?? []).length === 0 ? { state: 'open', openedAt: iso(at) } : {},
  },
  edit: {
    reversible: true,
    from: ['waiting', ...current],
    by: everybody,
    fields: ['teamId', 'ownerId', 'description', 'minutesSpent'],
    rules: [rules.worksOnIt],
    comment: 'internal',
  },
  transitions: {
    open: {
      from: ['waiting'],
      to: 'open',
      by: ['system'],
      set: (_task, _actor, { at }) => ({ openedAt: iso(at) }),
    },
    start: {
      reversible: true,
      from: ['open'],
      to: 'in_progress',
      by: everybody,
      rules: [rules.worksOnIt],
      facts: rules.dutyFacts,
      checks: [rules.approverDoesNotFulfil],
      set: (_task, actor, { at }) => ({ ownerId: actor.id, startedAt: iso(at) }),
    },
    finish: {
      from: [...current],
      to: 'done',
      by: everybody,
      fields: ['outcome', 'minutesSpent'],
      rules: [rules.worksOnIt, rules.isNoReview],
      facts: rules.dutyFacts,
      checks: [rules.approverDoesNotFulfil],
      set: (task, actor, { at }) => ({
        // Who did it, also where somebody else had taken it.
        ownerId: actor.id ?? task.ownerId,
        startedAt: task.startedAt ?? iso(at),
        doneAt: iso(at),
      }),
      effect: actions.goOn,
      comment: 'internal',
    },
    skip: {
      from: ['waiting', ...current],
      to: 'skipped',
      by: everybody,
      requires: ['reason'],
      rules: [rules.worksOnIt, rules.isNoReview],
      set: (_task, _actor, { at }) => ({ doneAt: iso(at) }),
      effect: actions.goOn,
    },
    /** With the request or the access that it belonged to. */
    drop: {
      from: ['waiting', ...current],
      to: 'skipped',
      by: ['system'],
      requires: ['reason'],
      set: (_task, _actor, { at }) => ({ doneAt: iso(at) }),
    },
    keep_access: {
      ...reviewed,
      effect: actions.recertify,
    },
    refuse_access: {
      ...reviewed,
      effect: actions.endAccess,
    },
  },
  clocks: {
    task: { waiting: 'stop', open: 'run', in_progress: 'run', done: 'stop', skipped: 'stop' },
  },
});

const access: Access = {
  ...each(desk, { view: 'all', act: 'all' } as const),
  engineer: { view: 'all', act: 'team' },
  ...each(overseers, { view: 'all', act: 'team' } as const),
  user: { view: 'team', act: 'team' },
};

/** One step of a request's fulfilment, the review of an access, or its removal. */
export const fulfilmentTask = defineRecord({
  type: 'fulfilment-task',
  plural: 'fulfilment-tasks',
  prefix: 'TSK',
  fields,
  base: ['title', 'priority', 'serviceId', 'teamId', 'ownerId', 'customerId', 'orgUnitId'],
  search: ['description', 'outcome'],
  list: ['number', 'title', 'state', 'nextDue', 'kind', 'requestId', 'teamId', 'ownerId', 'updatedAt'],
  process,
  access,
});
