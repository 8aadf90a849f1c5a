import { z } from 'zod';
import { no, type Action, type Rule } from '../process/process.ts';
import { holds, isLookingOn, type Actor } from '../access/actor.ts';
import { staff } from '../access/roles.ts';
import type { BaseRecord } from './base.ts';
import type { RecordType } from './record.ts';

/** Works inside the organisation, or looks at it from within: sees internal comments and the whole trail. */
export const isStaff = (actor: Actor) =>
  holds(actor, 'system') || isLookingOn(actor) || staff.some((role) => holds(actor, role));

/** What a customer writes, the customer sees; there is no internal note of theirs. */
const outsidersCommentInPublic: Rule<BaseRecord> = (_record, actor, { input }) =>
  input['public'] !== true && !isStaff(actor) ? no('comment.public_only', {}, 'public') : undefined;

/**
 * What can be done with every record, whatever its life cycle: comment while it is not closed, and after closing
 * amend it with a reason (0.1.3: a closed record is immutable, corrections are amendments).
 */
export function universalActions(type: RecordType): Readonly<Record<string, Action<BaseRecord>>> {
  const known = made.get(type);
  if (known) return known;
  const states = Object.entries(type.process.states);
  const inPhase = (closed: boolean) =>
    states.filter(([, phase]) => (phase === 'closed') === closed).map(([state]) => state);
  const actions: Record<string, Action<BaseRecord>> = {
    comment: {
      from: inPhase(false),
      by: ['*'],
      input: { public: z.boolean() },
      requires: ['comment'],
      comment: 'asked',
      checks: [outsidersCommentInPublic],
    },
    amend: { from: inPhase(true), by: ['*'], requires: ['comment', 'reason'], comment: 'internal' },
  };
  made.set(type, actions);
  return actions;
}

const made = new WeakMap<RecordType, Readonly<Record<string, Action<BaseRecord>>>>();
