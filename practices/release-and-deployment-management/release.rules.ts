import { holds, type Actor } from '../../kernel/access/actor.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { after } from './release.facts.ts';
import { managers, type Release } from './release.fields.ts';

type R = Rule<Release>;
const isOne = (actor: Actor, ids: readonly (string | null)[]) => actor.id !== null && ids.includes(actor.id);
export const isManager = (actor: Actor) =>
  holds(actor, 'system') || managers.some((role) => holds(actor, role));

// Who

/** Its owner, its builder, tester and deployer, the members of its team, and the release manager. */
export const worksOnIt: R = (release, actor) =>
  isManager(actor) ||
  isOne(actor, [release.createdBy, release.ownerId, release.builderId, release.testerId, release.deployerId, ...(release.developerIds ?? [])]) ||
  (release.teamId !== null && actor.teamIds.includes(release.teamId))
    ? undefined
    : no('release.only_those_who_work_on_it'); // prettier-ignore

export const deploysIt: R = (release, actor) =>
  isManager(actor) ||
  isOne(actor, [release.ownerId, release.deployerId]) ||
  (release.teamId !== null && actor.teamIds.includes(release.teamId))
    ? undefined
    : no('release.only_deployer');

// Separation of duties (S3)

/** Whoever made what it carries: its developers, and whoever put it together. */
export const makersOf = ({ builderId, developerIds }: Release): string[] => [
  ...new Set([...(builderId === null ? [] : [builderId]), ...(developerIds ?? [])]),
];

/** S3: whoever tests it has made nothing of it. */
export const testerIsNoMaker: R = (release, _actor, { input }) => {
  const asked = after(release, input);
  if (asked.testerId === null) return undefined;
  return makersOf(asked).includes(asked.testerId)
    ? no('release.tester_developed', {}, 'testerId')
    : undefined;
};
/** S3: results are written by somebody who did not make what is tested, whatever their role. */
export const judgeIsNoMaker: R = (release, actor) =>
  isOne(actor, makersOf(release)) ? no('release.maker_tests') : undefined;
export const acceptorIsNoMaker: R = (release, actor) =>
  isOne(actor, makersOf(release)) ? no('release.maker_accepts') : undefined;

// What is known of it

export const windowInOrder: R = (release, _actor, { input }) => {
  const { plannedStartAt, plannedEndAt } = after(release, input);
  return plannedStartAt !== null && plannedEndAt !== null && plannedEndAt <= plannedStartAt
    ? no('release.window_reversed', {}, 'plannedEndAt')
    : undefined;
};
export const windowAhead: R = (release, _actor, { input, at }) => {
  const { plannedEndAt } = after(release, input);
  return plannedEndAt !== null && Date.parse(plannedEndAt) <= at
    ? no('release.window_over', {}, 'plannedEndAt')
    : undefined;
};
