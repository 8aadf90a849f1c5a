import { each, staff } from '../../kernel/access/roles.ts';
import { defineProcess, type Action } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields, type GapAction } from './gap-action.fields.ts';
import { circleThrough, unfinished } from './gap-action.queries.ts';
import * as rules from './gap-action.rules.ts';

/** Who audits confirms, and plans nothing that is audited (S5). */
const planners = staff.filter((role) => role !== 'internal-auditor');
const iso = (at: number) => new Date(at).toISOString();

const planned = {
  by: planners,
  fields: ['title', 'requirements', 'description', 'ownerId', 'startsOn', 'dueOn', 'effortDays', 'dependsOnIds'],
  required: ['title', 'requirements', 'ownerId', 'startsOn', 'dueOn'],
  checks: [rules.servesSomething, rules.requirementsAreKnown, rules.endsAfterItStarts, rules.runsInNoCircle],
  facts: async (work, action, input) => ({
    circle: await circleThrough(work, action.id, rules.dependsOn(action, input)),
  }),
} satisfies Omit<Action<GapAction>, 'from'>; // prettier-ignore

const process = defineProcess<GapAction>()({
  states: { planned: 'new', in_progress: 'active', done: 'done', confirmed: 'closed', cancelled: 'closed' },
  initial: 'planned',
  create: planned,
  edit: { ...planned, from: ['planned', 'in_progress'] },
  transitions: {
    start: { from: ['planned'], to: 'in_progress', by: planners },
    report_progress: {
      from: ['in_progress'],
      by: planners,
      fields: ['progress'],
      required: ['progress'],
      comment: 'internal',
    },
    finish: {
      from: ['planned', 'in_progress'],
      to: 'done',
      by: planners,
      fields: ['result'],
      required: ['result'],
      facts: async (work, action) => ({
        unfinished: (await unfinished(work, action.dependsOnIds ?? [])).map(({ number }) => number),
      }),
      checks: [rules.othersAreDone],
      set: (_action, actor, { at }) => ({ progress: 100, doneAt: iso(at), doneById: actor.id }),
    },
    confirm: {
      from: ['done'],
      to: 'confirmed',
      by: staff,
      fields: ['confirmation'],
      required: ['confirmation'],
      rules: [rules.confirmedByAnother],
      set: (action, actor, { at }) => ({
        confirmedAt: iso(at),
        confirmedById: actor.id,
        sodException: rules.isException(action, actor),
      }),
    },
    send_back: {
      from: ['done'],
      to: 'in_progress',
      by: staff,
      requires: ['reason'],
      set: () => ({ doneAt: null, doneById: null }),
    },
    cancel: { from: ['planned', 'in_progress'], to: 'cancelled', by: planners, requires: ['reason'] },
  },
  clocks: {},
});

/** One step of the plan from where the organisation is to where the standard wants it. */
export const gapAction = defineRecord({
  type: 'gap-action',
  plural: 'gap-actions',
  prefix: 'GAP',
  fields,
  base: ['title', 'ownerId'],
  search: ['description', 'result'],
  list: ['number', 'title', 'state', 'ownerId', 'startsOn', 'dueOn', 'progress', 'requirements'],
  process,
  access: each(staff, { view: 'all', act: 'all' } as const),
});
