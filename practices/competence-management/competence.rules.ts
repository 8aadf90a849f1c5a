import type { Actor } from '../../kernel/access/actor.ts';
import { holds } from '../../kernel/access/actor.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { leaders } from './competence.access.ts';

export const leads = (actor: Actor) => leaders.some((role) => holds(actor, role)) || holds(actor, 'system');

type About = BaseRecord & { readonly personId: string | null };

/** What somebody says of themselves is not an assessment. */
export const notOneself: Rule<About> = ({ personId }, actor) =>
  actor.id !== null && personId === actor.id ? no('competence_assessment.own') : undefined;

/** A list of a structure names each thing once. */
export const repeated = (ids: readonly string[]): string | undefined =>
  ids.find((id, at) => ids.indexOf(id) !== at);
