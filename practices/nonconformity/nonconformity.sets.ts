import { addDays, dayIn } from '../../kernel/calendar/home-days.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Settings } from '../../kernel/practice/settings.ts';
import type { Context } from '../../kernel/process/process.ts';
import type { ActionFacts, RaisedFrom } from './nonconformity.facts.ts';
import type { Nonconformity } from './nonconformity.fields.ts';
import { hadPart } from './nonconformity.rules.ts';
import { nonconformityDays } from './nonconformity.settings.ts';

type Set = (nonconformity: Nonconformity, actor: Actor, context: Context) => Partial<Nonconformity>;
const iso = (at: number) => new Date(at).toISOString();

/** What the record it came from says already is not asked again. */
export const raised: Set = (nonconformity, _actor, { facts, input, settings, at }) => {
  const { sourceRecord, kind, requirement, lapseGrade } = facts as RaisedFrom;
  const { plan, done } = settings.get(nonconformityDays).value;
  const today = dayIn(settings, at);
  return {
    origin: input['origin'] === undefined ? (kind ?? 'other') : nonconformity.origin,
    requirement: nonconformity.requirement ?? requirement,
    grade: input['grade'] === undefined && lapseGrade === 'major' ? 'major' : nonconformity.grade,
    serviceId: nonconformity.serviceId ?? sourceRecord?.serviceId ?? null,
    orgUnitId: nonconformity.orgUnitId ?? sourceRecord?.orgUnitId ?? null,
    planDueOn: nonconformity.planDueOn ?? addDays(today, plan),
    dueOn: nonconformity.dueOn ?? addDays(nonconformity.planDueOn ?? today, done),
  };
};

export const contained: Set = (_nonconformity, actor, { at }) => ({
  containedAt: iso(at),
  containedById: actor.id,
});

export const causeFound: Set = (_nonconformity, actor, { at }) => ({ causeAt: iso(at), causeById: actor.id });

export const planned: Set = (_nonconformity, _actor, { at }) => ({ plannedAt: iso(at) });

/** Who carried the actions out is kept: they do not judge their effect. */
export const finished: Set = (_nonconformity, _actor, { facts, at }) => ({
  actionsDoneAt: iso(at),
  implementerIds: [
    ...new Set(
      (facts as ActionFacts).actions.flatMap(({ ownerId, doneById }) =>
        [ownerId, doneById].filter((id) => id !== null),
      ),
    ),
  ],
});

export const waiting: Set = (nonconformity, _actor, { at, input, settings }) => ({
  waitUntil:
    typeof input['waitUntil'] === 'string'
      ? nonconformity.waitUntil
      : addDays(dayIn(settings, at), settings.get(nonconformityDays).value.wait),
});

export const checked: Set = (nonconformity, actor, { at }) => ({
  checkedAt: iso(at),
  checkedById: actor.id,
  sodException: hadPart(nonconformity, actor),
});

/** From the cause on again: what was done did not remove it. */
export const reopened: Set = (nonconformity) => ({
  reopenCount: (nonconformity.reopenCount ?? 0) + 1,
  checkedAt: null,
  checkedById: null,
  plannedAt: null,
  actionsDoneAt: null,
  waitUntil: null,
  waivedReason: null,
  waivedById: null,
  warnedPercent: 0,
});

/** The last one is “over”, which only the day itself decides. */
const steps = [50, 75, 90] as const;

type Timed = Pick<Nonconformity, 'createdAt' | 'plannedAt' | 'planDueOn' | 'dueOn'>;

/** The day that counts now: until the plan stands, the plan's. */
export const dayOf = ({ plannedAt, planDueOn, dueOn }: Timed) =>
  plannedAt === null ? (planDueOn ?? dueOn) : dueOn;

/** How much of the time from raising it to its day is over, as the step that was passed last. */
export function passed(timed: Timed, settings: Settings, at: number): number {
  const until = dayOf(timed);
  if (until === null) return 0;
  if (dayIn(settings, at) > until) return 100;
  const start = Date.parse(timed.createdAt);
  const share = ((at - start) / Math.max(Date.parse(`${addDays(until, 1)}T00:00:00Z`) - start, 1)) * 100;
  return steps.findLast((step) => share >= step) ?? 0;
}

export const warned: Set = (_nonconformity, _actor, { input }) => ({
  warnedPercent: Number(input['percent']),
});
