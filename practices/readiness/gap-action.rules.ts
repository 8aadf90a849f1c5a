import type { Actor } from '../../kernel/access/actor.ts';
import { profile } from '../../kernel/practice/settings.ts';
import { no, type Input, type Rule } from '../../kernel/process/process.ts';
import { requirementNamed } from '../../standard/catalogue.ts';
import type { GapAction } from './gap-action.fields.ts';

type Of = Rule<GapAction>;
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

export const requirementsAreKnown: Of = (_action, _actor, { input }) => {
  const unknown = list(input['requirements']).find((id) => !requirementNamed(id));
  return unknown === undefined
    ? undefined
    : no('readiness.no_such_requirement', { requirement: unknown }, 'requirements');
};

/** An action that serves nothing is no part of this plan. */
export const servesSomething: Of = (action, _actor, { input }) => {
  const served = input['requirements'] === undefined ? action.requirements : input['requirements'];
  return list(served).length === 0 ? no('gap_action.serves_nothing', {}, 'requirements') : undefined;
};

export const endsAfterItStarts: Of = (action, _actor, { input }) => {
  const after = (key: 'startsOn' | 'dueOn') => (input[key] === undefined ? action[key] : input[key]);
  const [from, to] = [after('startsOn'), after('dueOn')];
  return typeof from === 'string' && typeof to === 'string' && from > to
    ? no('problem.dates_reversed', { from, to }, 'dueOn')
    : undefined;
};

export const runsInNoCircle: Of = (_action, _actor, { facts }) =>
  typeof facts['circle'] === 'string'
    ? no('gap_action.circle', { number: facts['circle'] }, 'dependsOnIds')
    : undefined;

export const othersAreDone: Of = (_action, _actor, { facts }) => {
  const waiting = list(facts['unfinished']);
  return waiting.length === 0 ? undefined : no('gap_action.waits_for', { numbers: waiting.join(', ') });
};

const hasPart = (action: GapAction, actor: Actor) =>
  actor.id !== null && [action.ownerId, action.doneById].includes(actor.id);

/** S4: whether the gap is closed is seen by somebody who did not close it; a small organisation's exception is kept. */
export const confirmedByAnother: Of = (action, actor, { settings }) =>
  hasPart(action, actor) && settings.get(profile).value !== 'S'
    ? no('gap_action.confirmer_did_it')
    : undefined;

export const isException = hasPart;
export const dependsOn = (action: GapAction, input: Input): readonly string[] =>
  list(input['dependsOnIds'] === undefined ? action.dependsOnIds : input['dependsOnIds']);
