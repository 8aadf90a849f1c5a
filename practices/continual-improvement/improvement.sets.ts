import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import type { ComparedFacts, IdeaFacts, TargetFacts } from './improvement.facts.ts';
import type { Improvement } from './improvement.fields.ts';
import { isAuthor, valueFor } from './improvement.rules.ts';
import { improvementCriteria, scoreOf } from './improvement.settings.ts';

type Set = (improvement: Improvement, actor: Actor, context: Context) => Partial<Improvement>;
const iso = (at: number) => new Date(at).toISOString();

export const proposed: Set = (improvement, _actor, { facts, input }) => {
  const { sourceRecord, kind } = facts as IdeaFacts;
  return {
    origin: input['origin'] === undefined ? (kind ?? improvement.origin) : improvement.origin,
    serviceId: improvement.serviceId ?? sourceRecord?.serviceId ?? null,
    orgUnitId: improvement.orgUnitId ?? sourceRecord?.orgUnitId ?? null,
  };
};

/** 0.1.5: each score cites the version of the criteria it was given by. */
export const scored: Set = (improvement, actor, { settings, at }) => {
  const { value, version } = settings.get(improvementCriteria);
  return {
    score: scoreOf(improvement.scores, value.items),
    criteriaVersion: version,
    scoredAt: iso(at),
    scoredById: actor.id,
  };
};

export const decided: Set = (improvement, actor, { at }) => ({
  decidedAt: iso(at),
  decidedById: actor.id,
  sodException: isAuthor(improvement, actor),
});

export const approved: Set = (improvement, actor, context) => {
  const { measure } = context.facts as TargetFacts;
  return {
    ...decided(improvement, actor, context),
    ...(measure ? { direction: measure.better, unit: measure.unit } : {}),
  };
};

const figureOr = (improvement: Improvement, { facts }: Context, n: 'baselineN' | 'foundN') =>
  improvement.measureKey === null ? improvement[n] : ((facts as ComparedFacts).said?.n ?? null);

export const planned: Set = (improvement, _actor, context) => ({
  plannedAt: iso(context.at),
  baselineValue: valueFor(improvement, context.facts, 'baselineValue'),
  baselineN: figureOr(improvement, context, 'baselineN'),
});

export const implemented: Set = (_improvement, actor, { at }) => ({
  implementedAt: iso(at),
  implementedById: actor.id,
});

/** 0.5: with fewer than twenty no trend is drawn. */
const confidenceOf = (n: number) => (n < 20 ? 'low' : n < 100 ? 'fair' : 'good');

export const measured: Set = (improvement, actor, context) => {
  const found = valueFor(improvement, context.facts, 'foundValue');
  const n = figureOr(improvement, context, 'foundN');
  const { baselineValue: from, targetValue: to, direction, baselineN } = improvement;
  const whole = from === null || to === null ? 0 : to - from;
  return {
    foundValue: found,
    foundN: n,
    attainment: found === null || from === null || whole === 0 ? null : Math.round(((found - from) / whole) * 100),
    targetMet: found === null || to === null ? null : direction === 'lower' ? found <= to : found >= to,
    confidence: confidenceOf(Math.min(baselineN ?? 0, n ?? 0)),
    measuredAt: iso(context.at),
    measuredById: actor.id,
  };
}; // prettier-ignore

/** Another way to the same target. What was measured stays in the history. */
export const replanned: Set = () => ({
  implementedAt: null,
  implementedById: null,
  foundValue: null,
  foundN: null,
  foundFrom: null,
  foundTo: null,
  attainment: null,
  targetMet: null,
  confidence: null,
  measuredAt: null,
  measuredById: null,
});

export const reported: Set = (_improvement, _actor, { at }) => ({ reportedAt: iso(at) });
