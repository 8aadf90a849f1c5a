import type { Actor } from '../../kernel/access/actor.ts';
import { defineProcess, type Context, type Input } from '../../kernel/process/process.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { Service } from './service.fields.ts';
import {
  agreementsCovering,
  dependenciesOf,
  publishedDependants,
  withdrawnAmong,
} from './service.queries.ts';
import {
  approverIsNotAuthor,
  complete,
  dependenciesAgree,
  dependsOnNothingWithdrawn,
  editOfPublishedHasReason,
  noAgreementCoversIt,
  noCycle,
  nothingPublishedNeedsIt,
  staysComplete,
} from './service.rules.ts';

const writers = ['service-owner', 'service-level-manager', 'sms-manager'];
const approvers = ['service-level-manager', 'sms-manager', 'top-management'];

const editable = [
  'title', 'ownerId', 'orgUnitId', 'description', 'outcome', 'criticality', 'audience', 'hours', 'contact',
  'dependsOnIds', 'dependsOnNothing',
]; // prettier-ignore

const now = ({ at }: Context) => new Date(at).toISOString();
const withAuthor = (service: Service, actor: Actor) => ({
  authorIds: actor.id === null ? service.authorIds : [...new Set([...(service.authorIds ?? []), actor.id])],
});

async function aboutDependencies(tx: Tx, _service: Service, input: Input) {
  const ids = input['dependsOnIds'] as readonly string[] | null | undefined;
  if (!ids || ids.length === 0) return {};
  return { reachable: await dependenciesOf(tx, ids), withdrawn: await withdrawnAmong(tx, ids) };
}

export const serviceProcess = defineProcess<Service>()({
  states: { draft: 'new', approved: 'active', published: 'active', withdrawn: 'closed' },
  initial: 'draft',
  create: {
    by: writers,
    fields: editable,
    required: ['title'],
    checks: [dependenciesAgree, dependsOnNothingWithdrawn],
    facts: aboutDependencies,
    set: withAuthor,
  },
  // What is approved is published as it was approved: to change it, redraft it.
  edit: {
    from: ['draft', 'published'],
    by: writers,
    fields: editable,
    required: ['title'],
    checks: [editOfPublishedHasReason, dependenciesAgree, staysComplete, noCycle, dependsOnNothingWithdrawn],
    facts: aboutDependencies,
    set: withAuthor,
  },
  transitions: {
    approve: {
      from: ['draft'],
      to: 'approved',
      by: approvers,
      rules: [...complete, approverIsNotAuthor],
      set: (_service, actor, context) => ({ approvedById: actor.id, approvedAt: now(context) }),
    },
    publish: {
      from: ['approved'],
      to: 'published',
      by: writers,
      rules: complete,
      checks: [dependsOnNothingWithdrawn],
      facts: async (tx, service) => ({ withdrawn: await withdrawnAmong(tx, service.dependsOnIds ?? []) }),
      set: (_service, _actor, context) => ({ publishedAt: now(context), withdrawnAt: null }),
    },
    redraft: {
      from: ['approved', 'withdrawn'],
      to: 'draft',
      by: writers,
      requires: ['reason'],
      set: () => ({ approvedById: null, approvedAt: null }),
    },
    review: {
      from: ['published'],
      by: writers,
      requires: ['comment'],
      comment: 'internal',
      set: (_service, actor, context) => ({ reviewedById: actor.id, reviewedAt: now(context) }),
    },
    withdraw: {
      from: ['draft', 'approved', 'published'],
      to: 'withdrawn',
      by: writers,
      requires: ['reason'],
      checks: [nothingPublishedNeedsIt, noAgreementCoversIt],
      facts: async (tx, service) => ({
        dependants: await publishedDependants(tx, service.id),
        agreements: await agreementsCovering(tx, service.id),
      }),
      set: (_service, _actor, context) => ({ withdrawnAt: now(context) }),
    },
  },
  clocks: {},
});
