import { notYours } from '../access/not-yours.ts';
import { z } from 'zod';
import { conflict, invalidField, notFound } from '../../platform/http/problem.ts';
import { holds, type Actor } from '../access/actor.ts';
import type { Work } from '../practice/house.ts';
import { readApproval } from './approval.store.ts';
import { lockApproval } from './decide.ts';
import { activeOf } from './eligible.ts';
import { tellApprovers } from './open-step.ts';
import { seat, seatKeepers } from './replace.ts';

export const namedApprover = z.strictObject({ insteadOf: z.uuid(), personId: z.uuid() });

/** May this person fill a seat whose holder is no longer here? */
export const keepsSeats = (actor: Actor) => seatKeepers.some((role) => holds(actor, role));

/** Where the rule found nobody, the owner of the process names somebody. Only for who is gone, never over who is there. */
export async function nameApprover(
  work: Work,
  id: string,
  { insteadOf, personId }: z.output<typeof namedApprover>,
  actor: Actor,
): Promise<void> {
  if (!keepsSeats(actor)) throw notYours(seatKeepers);
  const { approval } = await lockApproval(work, id);
  const step = approval.steps.find((s) => s.state === 'open');
  if (approval.state !== 'open' || !step) throw conflict('approval.step_over');
  if (!step.approverIds.includes(insteadOf) || step.decisions.some((d) => d.approverId === insteadOf))
    throw notFound('approval', insteadOf);
  const active = await activeOf(work, [insteadOf, personId]);
  if (active.has(insteadOf)) throw conflict('approval.approver_is_here');
  if (!active.has(personId))
    throw invalidField('personId', 'problem.no_such_reference', { types: '@person.name' });
  if (approval.notBy.includes(personId)) throw invalidField('personId', 'approval.may_not_decide');
  if (step.approverIds.includes(personId) || step.decisions.some((d) => d.decidedBy === personId))
    throw invalidField('personId', 'approval.is_asked');
  await seat(work, approval, step, insteadOf, personId, actor, { why: 'named' });
  const after = await readApproval(work, id);
  const open = after?.steps.find((s) => s.n === step.n);
  if (after && open) await tellApprovers(work, after, open, 'approval.asked', `${id}:${step.n}:asked`);
}
