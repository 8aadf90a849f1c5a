import { dayIn } from '../../kernel/calendar/home-days.ts';
import { each, staff } from '../../kernel/access/roles.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import { boolean, choice, date, longText, readOnly, reference, starting } from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { saidAnew } from '../organisation-context/practice.ts';

const fields = {
  subject: choice('scope', 'policy', 'objectives', 'process', 'roles', 'tool', 'organisation', 'other'),
  purpose: longText(4000),
  consequences: longText(4000),
  /** How the system stays whole while it is changed. */
  integrity: longText(4000),
  resources: longText(4000),
  dueOn: date(),
  approvedById: readOnly(reference('person')),
  approvedOn: readOnly(date()),
  result: longText(4000),
  doneOn: readOnly(date()),
  doneById: readOnly(reference('person')),
  verdict: choice('achieved', 'partly', 'not_achieved'),
  verdictNote: longText(4000),
  judgedById: readOnly(reference('person')),
  judgedOn: readOnly(date()),
  sodException: readOnly(starting(false, boolean())),
};
type SystemChange = RecordOf<typeof fields>;
type Of = Rule<SystemChange>;

const writers = staff.filter((role) => role !== 'internal-auditor');
const about = ['title', 'ownerId', 'subject', 'purpose', 'consequences', 'integrity', 'resources', 'dueOn'];

const asked = (change: SystemChange, actor: Actor) => actor.id !== null && change.createdBy === actor.id;
const approvedByAnother: Of = (change, actor, { settings }) =>
  asked(change, actor) && settings.get(profile).value !== 'S'
    ? no('system_change.approver_asked')
    : undefined;

const didIt = (change: SystemChange, actor: Actor) =>
  actor.id !== null && [change.ownerId, change.doneById].includes(actor.id);
/** S4: whether it reached its purpose is judged by somebody who did not carry it out. */
const judgedByAnother: Of = (change, actor, { settings }) =>
  didIt(change, actor) && settings.get(profile).value !== 'S' ? no('system_change.judge_did_it') : undefined;

const process = defineProcess<SystemChange>()({
  states: { proposed: 'new', approved: 'active', in_progress: 'active', done: 'done', judged: 'closed', refused: 'closed', cancelled: 'closed' },
  initial: 'proposed',
  create: { by: writers, fields: about, required: ['title', 'subject', 'purpose'] },
  edit: { from: ['proposed'], by: writers, fields: about, required: ['title', 'subject', 'purpose'] },
  transitions: {
    approve: {
      from: ['proposed'],
      to: 'approved',
      by: ['top-management', 'sms-manager'],
      fields: ['consequences', 'integrity', 'resources', 'ownerId', 'dueOn'],
      required: ['consequences', 'integrity', 'resources', 'ownerId', 'dueOn'],
      rules: [approvedByAnother],
      set: (change, actor, { at, settings }) => ({
        approvedById: actor.id,
        approvedOn: dayIn(settings, at),
        sodException: asked(change, actor),
      }),
    },
    refuse: { from: ['proposed'], to: 'refused', by: ['top-management', 'sms-manager'], requires: ['reason'] },
    start: { from: ['approved'], to: 'in_progress', by: writers },
    finish: {
      from: ['in_progress'],
      to: 'done',
      by: writers,
      fields: ['result'],
      required: ['result'],
      set: (_change, actor, { at, settings }) => ({ doneOn: dayIn(settings, at), doneById: actor.id }),
    },
    judge: {
      from: ['done'],
      to: 'judged',
      by: writers,
      fields: ['verdict', 'verdictNote'],
      required: ['verdict', 'verdictNote'],
      rules: [judgedByAnother],
      checks: [saidAnew('system_change', 'verdict', 'verdictNote')],
      set: (change, actor, { at, settings }) => ({
        judgedById: actor.id,
        judgedOn: dayIn(settings, at),
        sodException: change.sodException === true || didIt(change, actor),
      }),
    },
    cancel: { from: ['proposed', 'approved', 'in_progress'], to: 'cancelled', by: writers, requires: ['reason'] },
  },
  clocks: {},
}); // prettier-ignore

/** 6.3: the system itself is changed by plan: why, what follows, how it stays whole, with what, by whom, until when. */
export const systemChange = defineRecord({
  type: 'system-change',
  plural: 'system-changes',
  prefix: 'SMC',
  fields,
  base: ['title', 'ownerId'],
  search: ['purpose', 'consequences', 'result'],
  list: ['number', 'title', 'state', 'subject', 'ownerId', 'dueOn', 'approvedById', 'verdict'],
  process,
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    'internal-auditor': { view: 'all', act: 'own' },
  },
});
