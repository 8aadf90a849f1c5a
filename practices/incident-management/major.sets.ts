import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import type { LeadingFacts, ReviewFacts } from './major.facts.ts';
import type { MajorIncident, Met } from './major.fields.ts';
import { isSodException } from './major.rules.ts';
import { informManagement, majorCriteria } from './major.settings.ts';

type Set = (major: MajorIncident, actor: Actor, context: Context) => Partial<MajorIncident>;
const iso = (at: number) => new Date(at).toISOString();
const words = (value: unknown) => (typeof value === 'string' ? value : null);

export const proposed: Set = (major, _actor, { facts, input, settings }) => {
  const { leading } = facts as LeadingFacts;
  if (!leading) return {};
  const { title, occurredAt, priority, serviceId, teamId, customerId, orgUnitId } = leading;
  const criteria = input['criteria'] as Met[] | undefined;
  return {
    title,
    occurredAt,
    priority,
    serviceId,
    teamId,
    customerId,
    orgUnitId,
    criteria: criteria ?? major.criteria,
    criteriaVersion: criteria ? settings.get(majorCriteria).version : null,
    judgement: words(input['reason']),
  };
};

export const proposedAgain: Set = (_major, _actor, { input, settings }) => ({
  criteria: input['criteria'] as Met[],
  criteriaVersion: settings.get(majorCriteria).version,
  declinedAt: null,
  declinedById: null,
});

export const declared: Set = (major, actor, { at, input, settings }) => ({
  ownerId: major.managerId,
  judgement: words(input['reason']) ?? major.judgement,
  declaredAt: iso(at),
  declaredById: actor.id,
  managementDueAt: iso(at + settings.get(informManagement).value.first * 60_000),
});

export const declined: Set = (_major, actor, { at, input }) => ({
  declinedAt: iso(at),
  declinedById: actor.id,
  declineReason: words(input['reason']),
});

export const led: Set = (major) => ({ ownerId: major.managerId });

export const managementInformed: Set = (major, _actor, { at }) => ({
  managementInformedAt: major.managementInformedAt ?? iso(at),
});

export const stabilised: Set = (_major, _actor, { at }) => ({ stabilisedAt: iso(at) });

export const restored: Set = (major, _actor, { at, facts }) => ({
  stabilisedAt: major.stabilisedAt ?? major.restoredAt ?? iso(at),
  reviewDueAt: iso((facts as ReviewFacts).reviewDueAt),
});

export const relapsed: Set = () => ({ stabilisedAt: null, restoredAt: null, reviewDueAt: null });

export const reviewed: Set = (major, actor, { at }) => ({
  reviewedAt: iso(at),
  reviewedById: actor.id,
  sodException: isSodException(major, actor),
});
