import { createHash } from 'node:crypto';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Context } from '../../kernel/process/process.ts';
import type { AskFacts, AssessFacts, EndFacts, WindowFacts } from './change.facts.ts';
import type { Change } from './change.fields.ts';
import { majorMet } from './change.guards.ts';
import { tookPart } from './change.rules.ts';
import { isInWindow } from './change.running.rules.ts';
import { planningRules, reviewRules } from './policy.settings.ts';

/** What an action itself writes, beside what its input says. Pure: the record with its input → further fields. */
type Set = (change: Change, actor: Actor, context: Context) => Partial<Change>;
const iso = (at: number) => new Date(at).toISOString();

/** What a model or template says fills what was left empty; its main service is the first one that is named. */
const fromModel: Set = (change, _actor, { facts }) => {
  const { model, subjectServiceIds } = facts as AskFacts;
  const empty = (list: readonly unknown[] | null) => (list ?? []).length === 0;
  const subjects = empty(change.subjectIds) ? [...(model?.subjectIds ?? [])] : change.subjectIds;
  return {
    subjectIds: subjects,
    serviceId: change.serviceId ?? subjectServiceIds[0] ?? null,
    ...(model
      ? {
          purpose: change.purpose ?? model.purpose,
          objective: change.objective ?? model.objective,
          riskAnswers:
            Object.keys(change.riskAnswers ?? {}).length === 0 ? model.riskAnswers : change.riskAnswers,
          implementationPlan: empty(change.implementationPlan)
            ? [...model.implementationPlan]
            : change.implementationPlan,
          backOutPlan: change.backOutPlan ?? model.backOutPlan,
          testEvidence: change.testEvidence ?? model.testMethod,
        }
      : {}),
  };
};

/** Somebody must answer for it from the first moment: whoever wrote it down, until another one is named. */
export const created: Set = (change, actor, context) => ({
  ...fromModel(change, actor, context),
  requesterId: change.requesterId ?? actor.id,
  ownerId: change.ownerId ?? actor.id,
  ...(context.input['found'] === true ? found(change, actor, context) : {}),
});

/** Found by discovery or an audit: it is done already, past all that was to come before. */
const found: Set = (change, _actor, { at }) => ({
  state: 'implemented',
  unauthorised: true,
  submittedAt: iso(at),
  startedAt: change.occurredAt,
  endedAt: iso(at),
  result: 'implemented',
  inWindow: false,
  reviewRequired: true,
});

export const edited: Set = fromModel;

export const submitted: Set = (change, actor, context) => ({
  ...fromModel(change, actor, context),
  submittedAt: change.submittedAt ?? iso(context.at),
});

/** What a step nobody was named for is done by whoever carries the whole out. */
const withResponsibles = (change: Change) =>
  (change.implementationPlan ?? []).map((step) => ({
    ...step,
    responsibleId: step.responsibleId ?? change.implementerId,
  }));

export const assessed: Set = (change, actor, { at, facts, settings }) => {
  const { affected, collisions } = facts as AssessFacts;
  return {
    collisionsCheckedById: actor.id,
    assessedAt: iso(at),
    assessedById: actor.id,
    affectedServiceIds: [...affected.serviceIds],
    affectedCustomerIds: [...affected.customerIds],
    collisions: [...collisions],
    collisionsCheckedAt: iso(at),
    majorCriteria: majorMet(change, settings, facts as AssessFacts),
  };
};

export const approved: Set = (change, _actor, { at }) => ({
  approvedAt: iso(at),
  approvedStartAt: change.plannedStartAt,
  approvedEndAt: change.plannedEndAt,
});
/** In another window it is another assessment and another decision; what collided in the old one says nothing of the new. */
export const movedBack: Set = () => ({
  assessedAt: null,
  assessedById: null,
  collisions: [],
  collisionsCheckedAt: null,
  collisionsCheckedById: null,
  collisionResolution: null,
  approvedAt: null,
  approvedStartAt: null,
  approvedEndAt: null,
  scheduledAt: null,
  noticeSentAt: null,
});
export const rejected: Set = (_change, _actor, { at }) => ({ rejectedAt: iso(at), stoppedAt: iso(at) });
export const stopped: Set = (_change, _actor, { at }) => ({ stoppedAt: iso(at) });

export const authorised: Set = (change, actor, context) => ({
  ...fromModel(change, actor, context),
  submittedAt: iso(context.at),
  approvedAt: change.authorisedAt,
  // Said on the spot by themselves, there is nothing left to confirm.
  authorisationConfirmedAt: actor.id === change.authorisedById ? iso(context.at) : null,
  sodException: change.authorisedById === change.requesterId,
});
export const confirmed: Set = (_change, _actor, { at }) => ({ authorisationConfirmedAt: iso(at) });
/** Nobody had agreed to it after all. */
export const denied: Set = () => ({ unauthorised: true });

const checked: Set = (_change, actor, { at, facts }) => ({
  collisionsCheckedById: actor.id,
  collisions: [...(facts as WindowFacts).collisions],
  collisionsCheckedAt: iso(at),
  noticeSentAt: iso(at),
});
export const scheduled: Set = (change, actor, context) => ({
  ...checked(change, actor, context),
  scheduledAt: iso(context.at),
  implementationPlan: withResponsibles(change),
});
export const rescheduled: Set = checked;

export const started: Set = (change, actor, { at }) => ({
  startedAt: iso(at),
  startedById: actor.id,
  implementationPlan: withResponsibles(change),
});

const ended = (result: NonNullable<Change['result']>): Set =>
  (change, _actor, { at, settings }) => {
    const { standardSample } = settings.get(reviewRules).value;
    const first = change.endedAt === null;
    return {
      // Backed out later: it had ended when it was implemented, and what it took is counted until then.
      endedAt: first ? iso(at) : change.endedAt,
      result,
      inWindow: first
        ? isInWindow(change, at, settings.get(planningRules).value.windowTolerance)
        : change.inWindow,
      reviewRequired:
        result !== 'implemented' || change.category !== 'standard' || isSampled(change.id, standardSample),
    };
  }; // prettier-ignore
export const implemented = ended('implemented');
export const backedOut = ended('backed_out');
export const failed = ended('failed');

/** Which standard changes are reviewed nobody chooses (S10): the record's own id draws the lot. */
export const isSampled = (id: string, percent: number): boolean =>
  createHash('sha256').update(id).digest().readUInt32BE(0) % 10_000 < percent * 100;

export const documented: Set = (_change, _actor, { at }) => ({ documentedAt: iso(at) });

/** Without a review it succeeded as far as anybody can tell: nothing went back, nothing broke. */
export const closedUnreviewed: Set = (change, _actor, { facts }) => ({
  successful: change.inWindow === true && (facts as EndFacts).caused.severe === 0,
});

/** 0.6: no back-out, no severe incident of its making, its objective met, inside its window. */
export const reviewed: Set = (change, actor, { at, facts }) => ({
  reviewedAt: iso(at),
  reviewedById: actor.id,
  sodException: change.sodException === true || tookPart(change, actor.id),
  successful:
    change.result === 'implemented' &&
    change.objectiveMet === 'yes' &&
    (change.category === 'emergency' || change.inWindow === true) &&
    change.unauthorised !== true &&
    (facts as EndFacts).caused.severe === 0,
});
