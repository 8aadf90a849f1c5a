import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { rateLimited } from '../../../platform/auth/refusals.ts';
import { consume, signInsPerAddress } from '../../../platform/auth/rate-limit.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { notFound, Problem } from '../../../platform/http/problem.ts';
import { param, query, route, typedRoute } from '../../../platform/http/route.ts';
import { mayView } from '../../access/access.ts';
import type { Actor } from '../../access/actor.ts';
import { approvalLinkShown, decideByLink } from '../../approval/by-link.ts';
import { decideApproval } from '../../approval/decide.ts';
import {
  delegate,
  delegationsOf,
  endDelegation,
  newDelegation,
  possibleDeputies,
} from '../../approval/delegation.ts';
import { approvalsShown, waitingFor } from '../../approval/inbox.ts';
import { namedApprover, nameApprover } from '../../approval/name-approver.ts';
import { begin } from '../../record/act.ts';
import { parse } from '../../record/input.ts';
import { readRecord } from '../../record/store.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';

const decision = z.strictObject({ reason: z.string().max(4000).optional() });
const decisions = ['approve', 'reject'] as const;
const summaries = {
  approve: 'Approve, with or without a reason',
  reject: 'Reject, with a reason',
} as const;

/** What waits for one's approval, the decision, and who decides while one is away. */
export function approvalRoutes(app: FastifyInstance, house: House): void {
  inboxRoutes(app, house);
  recordRoutes(app, house);
  delegationRoutes(app, house);
  linkRoutes(app, house);
}

async function person(
  house: House,
  request: FastifyRequest,
  resource: string,
  access: 'read' | 'write',
): Promise<Actor & { readonly id: string }> {
  const actor = await actorOf(house, request, resource, access);
  if (actor.id === null) throw new Problem(401, 'problem.sign_in');
  return { ...actor, id: actor.id };
}

function inboxRoutes(app: FastifyInstance, house: House): void {
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/me/approvals',
      id: 'my_approvals',
      tag: 'approvals',
      summary: 'What waits for my approval, also on behalf of those for whom I stand in',
    },
    async (request) => {
      const actor = await person(house, request, 'me', 'read');
      return { items: await onConnection(house.pool, (tx) => waitingFor(tx, house, actor)) };
    },
  );
  route(
    app,
    {
      method: 'POST',
      path: '/api/v1/approvals/{id}/approvers',
      id: 'name_approver',
      tag: 'approvals',
      summary:
        'Name an approver in the place of one who is no longer here (owner of the process, administrator)',
      body: namedApprover,
    },
    async (request) => {
      const actor = await person(house, request, 'approvals', 'write');
      const given = parse(namedApprover, request.body ?? {}, actor.language);
      await begin(house, (work) => nameApprover(work, param(request, 'id'), given, actor));
      return { named: true };
    },
  );
  for (const verb of decisions) {
    route(
      app,
      {
        method: 'POST',
        path: `/api/v1/approvals/{id}/${verb}`,
        id: `${verb}_approval`,
        tag: 'approvals',
        summary: summaries[verb],
        body: decision,
      },
      async (request) => {
        const actor = await person(house, request, 'approvals', 'write');
        const { reason } = parse(decision, request.body ?? {}, actor.language);
        return begin(house, (work) => decideApproval(work, param(request, 'id'), verb, actor, { reason }));
      },
    );
  }
}

function recordRoutes(app: FastifyInstance, house: House): void {
  for (const type of house.types.values()) {
    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `/api/v1/${type.plural}/{number}/approvals`,
        id: `approvals_of_${type.type}`,
        tag: type.plural,
        summary: `${type.type}: its approvals, who decided and who is awaited`,
      },
      async (request) => {
        const actor = await person(house, request, type.plural, 'read');
        const number = param(request, 'number');
        return onConnection(house.pool, async (tx) => {
          const stored = await readRecord(tx, type, number);
          if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
          return { items: await approvalsShown(tx, house, stored.record.id, actor) };
        });
      },
    );
  }
}

function delegationRoutes(app: FastifyInstance, house: House): void {
  const path = '/api/v1/me/delegations';
  const tag = 'approvals';
  route(
    app,
    { method: 'GET', path, id: 'my_delegations', tag, summary: 'Who decides for me, and for whom I decide' },
    async (request) => {
      const { id } = await person(house, request, 'me', 'read');
      return onConnection(house.pool, (tx) => delegationsOf(tx, id, house.now()));
    },
  );
  route(
    app,
    {
      method: 'POST',
      path,
      id: 'delegate',
      tag,
      summary: 'Name a deputy from one day to another',
      body: newDelegation,
      status: 201,
    },
    async (request) => {
      const actor = await person(house, request, 'me', 'write');
      const given = parse(newDelegation, request.body ?? {}, actor.language);
      return begin(house, (work) => delegate(work, actor, given));
    },
  );
  route(
    app,
    {
      method: 'DELETE',
      path: `${path}/{id}`,
      id: 'end_delegation',
      tag,
      summary: 'The deputy decides no longer',
    },
    async (request) => {
      const actor = await person(house, request, 'me', 'write');
      return begin(house, (work) => endDelegation(work, actor, param(request, 'id')));
    },
  );
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/me/deputies',
      id: 'possible_deputies',
      tag,
      summary: 'Whom I may name my deputy, by part of the name',
      query: z.strictObject({ q: z.string().max(100).optional() }),
    },
    async (request) => {
      const { id } = await person(house, request, 'me', 'read');
      const words = (query(request)['q'] ?? '').slice(0, 100);
      return { items: await onConnection(house.pool, (tx) => possibleDeputies(tx, id, words)) };
    },
  );
}

/** From a mail, without signing in. Reading changes nothing, because mail scanners follow links; only a POST decides. */
function linkRoutes(app: FastifyInstance, house: House): void {
  const limited = async (request: FastifyRequest) => {
    const { retryAfter } = await consume(house.pool, `approval-link:${request.ip}`, signInsPerAddress);
    if (retryAfter !== null) throw rateLimited(retryAfter);
    return param(request, 'token');
  };
  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/approval-links/{token}',
      id: 'approval_link',
      tag: 'approvals',
      summary: 'What is asked by the link of a mail',
      public: true,
    },
    async (request, reply) => {
      const token = await limited(request);
      void reply.header('cache-control', 'no-store');
      return onConnection(house.pool, (tx) => approvalLinkShown(tx, house, token));
    },
  );
  for (const verb of decisions) {
    route(
      app,
      {
        method: 'POST',
        path: `/api/v1/approval-links/{token}/${verb}`,
        id: `${verb}_by_link`,
        tag: 'approvals',
        summary: `${summaries[verb]}, by the link of a mail`,
        body: decision,
        public: true,
      },
      async (request) => {
        const token = await limited(request);
        const { reason } = parse(decision, request.body ?? {}, request.language);
        return begin(house, (work) => decideByLink(work, token, verb, reason));
      },
    );
  }
}
