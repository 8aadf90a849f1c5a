import { staff } from '../access/roles.ts';
import type { Actor } from '../access/actor.ts';
import { profile } from '../practice/settings.ts';
import { defineProcess, no, type Rule } from '../process/process.ts';
import type { ActionItem } from './action-item.fields.ts';

const asking = staff.filter((role) => role !== 'internal-auditor');
const iso = (at: number) => new Date(at).toISOString();

const hasPart = (item: ActionItem, actor: Actor) =>
  actor.id !== null && [item.ownerId, item.doneById].includes(actor.id);

/** S4: whether it worked is judged by somebody who did not do it; where nobody else is there, the exception is recorded. */
const verifiedByAnother: Rule<ActionItem> = (item, actor, { settings }) =>
  hasPart(item, actor) && settings.get(profile).value !== 'S' ? no('action_item.verifier_did_it') : undefined;

/** Asked for, done, and seen to have worked: an action that is only ticked off improves nothing. */
export const process = defineProcess<ActionItem>()({
  states: { open: 'active', done: 'done', verified: 'closed', cancelled: 'closed' },
  initial: 'open',
  create: {
    by: asking,
    fields: ['title', 'description', 'ownerId', 'dueOn', 'sourceId', 'serviceId'],
    required: ['title', 'ownerId', 'dueOn'],
  },
  edit: {
    reversible: true,
    from: ['open'],
    by: asking,
    fields: ['title', 'description', 'ownerId', 'dueOn', 'serviceId'],
    required: ['title', 'ownerId', 'dueOn'],
  },
  transitions: {
    finish: {
      reversible: true,
      from: ['open'],
      to: 'done',
      by: staff,
      fields: ['result'],
      required: ['result'],
      set: (_item, actor, { at }) => ({ doneAt: iso(at), doneById: actor.id }),
    },
    verify: {
      from: ['done'],
      to: 'verified',
      by: asking,
      fields: ['verification'],
      required: ['verification'],
      rules: [verifiedByAnother],
      set: (item, actor, { at }) => ({
        verifiedAt: iso(at),
        verifiedById: actor.id,
        sodException: hasPart(item, actor),
      }),
    },
    send_back: {
      reversible: true,
      from: ['done'],
      to: 'open',
      by: asking,
      requires: ['reason'],
      set: () => ({ doneAt: null, doneById: null }),
    },
    cancel: { from: ['open'], to: 'cancelled', by: asking, requires: ['reason'] },
  },
  clocks: {},
});
