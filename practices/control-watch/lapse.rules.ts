import type { Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import type { Lapse } from './lapse.fields.ts';

type Of = Rule<Lapse>;

/** Nobody judges their own case: whose record it is does not dismiss what was found in it. */
export const notTheirOwnCase: Of = (_lapse, actor, { facts }) =>
  actor.id !== null && Array.isArray(facts['concerned']) && facts['concerned'].includes(actor.id)
    ? no('lapse.own_case')
    : undefined;

const hasPart = (lapse: Lapse, actor: Actor) =>
  actor.id !== null && [lapse.ownerId, lapse.correctedById].includes(actor.id);

/** S4: whether it helped is seen by somebody who did not do it; a small organisation's exception is kept. */
export const verifiedByAnother: Of = (lapse, actor, { settings }) =>
  hasPart(lapse, actor) && settings.get(profile).value !== 'S' ? no('lapse.verifier_did_it') : undefined;

export const isException = hasPart;
