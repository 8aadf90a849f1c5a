import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { createAccount, hasTwoFactor, setPassword } from '../../../platform/auth/accounts.ts';
import type { Auth } from '../../../platform/auth/auth.ts';
import type { ApiTokens } from '../../../platform/auth/tokens.ts';
import { forbidden, invalidField, notFound, Problem } from '../../../platform/http/problem.ts';
import { param, route } from '../../../platform/http/route.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { holds, type Actor } from '../../access/actor.ts';
import { system } from '../../access/actor.ts';
import { teams } from '../../directory/team.snapshot.ts';
import { act, begin } from '../../record/act.ts';
import { email, instant, plain, timeZone } from '../../record/field.ts';
import { parse } from '../../record/input.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';
import { providerKind } from '../kind.ts';
import { profile } from '../settings.ts';

const prefs = z.strictObject({
  language: z.enum(['en', 'zh-CN']).optional(),
  zone: timeZone().schema.optional(),
});
const newToken = z.strictObject({
  name: plain(100),
  scopes: z.array(z.string().max(100)).min(1).max(100),
  expiresAt: instant().schema.nullable().optional(),
});
const account = z.strictObject({ password: z.string(), email: email().schema.optional() });

/** The signed-in person: who they are, what they may do, their tokens; and the accounts that administrators make. */
export function meRoutes(
  app: FastifyInstance,
  house: House,
  { auth, tokens }: { auth: Auth; tokens: ApiTokens },
): void {
  const me = (request: FastifyRequest, access: 'read' | 'write') => actorOf(house, request, 'me', access);
  const idOf = (actor: Actor) => {
    if (actor.id === null) throw new Problem(401, 'problem.sign_in');
    return actor.id;
  };

  const show = async (actor: Actor) => {
    const id = idOf(actor);
    const person = await onConnection(house.pool, async (tx) => {
      const [row] = await tx.run(
        'me',
        'select r.id, r.number, r.title, p.email, p.language, p.zone from record r join person p on p.id = r.id where r.id = $1',
        [id],
      );
      return row;
    });
    const known = house.reference.get(teams);
    return {
      person,
      roles: actor.holdings.map(({ role, unitIds }) => ({ role, ...(unitIds ? { unitIds } : {}) })),
      teams: actor.teamIds.flatMap((teamId) =>
        known.has(teamId) ? [{ id: teamId, title: known.get(teamId)?.title }] : [],
      ),
      twoFactor: await hasTwoFactor(auth, id),
      administrator: holds(actor, 'administrator'),
      profile: house.reference.settings.get(profile).value,
      providerKind: house.reference.settings.get(providerKind).value,
    };
  };

  route(
    app,
    { method: 'GET', path: '/api/v1/me', id: 'me', tag: 'me', summary: 'Who is signed in' },
    async (request) => show(await me(request, 'read')),
  );
  route(
    app,
    {
      method: 'PATCH',
      path: '/api/v1/me',
      id: 'edit_me',
      tag: 'me',
      summary: 'Language and time zone',
      body: prefs,
    },
    async (request) => {
      const actor = await me(request, 'write');
      const wanted = parse(prefs, request.body ?? {}, actor.language);
      // One's own language and zone need no role; the trail still says who changed them.
      const self: Actor = {
        ...system(actor.channel),
        id: idOf(actor),
        name: actor.name,
        language: actor.language,
      };
      await begin(house, (work) => act(work, { type: 'person', id: idOf(actor) }, 'edit', self, wanted));
      return show(await me(request, 'read'));
    },
  );

  route(
    app,
    { method: 'GET', path: '/api/v1/tokens', id: 'tokens', tag: 'tokens', summary: 'My API tokens' },
    async (request) => ({ items: await tokens.list(idOf(await me(request, 'read'))) }),
  );
  route(
    app,
    {
      method: 'POST',
      path: '/api/v1/tokens',
      id: 'create_token',
      tag: 'tokens',
      summary: 'A new API token; its text is shown once',
      body: newToken,
      status: 201,
    },
    async (request) => {
      const actor = await me(request, 'write');
      // A token could otherwise hand out more than it holds itself.
      if (actor.tokenScopes) throw forbidden('problem.token_scope', { scope: 'session' });
      const { name, scopes, expiresAt } = parse(newToken, request.body, actor.language);
      const { token, info } = await tokens.create({
        personId: idOf(actor),
        name,
        scopes,
        expiresAt: expiresAt ? new Date(expiresAt) : undefined,
      });
      return { ...info, token };
    },
  );
  route(
    app,
    {
      method: 'DELETE',
      path: '/api/v1/tokens/{id}',
      id: 'revoke_token',
      tag: 'tokens',
      summary: 'Revoke one of my tokens',
    },
    async (request) => {
      const id = param(request, 'id');
      if (!(await tokens.revoke(idOf(await me(request, 'write')), id))) throw notFound('token', id);
      return { revoked: true };
    },
  );

  route(
    app,
    {
      method: 'POST',
      path: '/api/v1/people/{number}/account',
      id: 'person_account',
      tag: 'people',
      summary: 'Let a person sign in, or give them a new password',
      body: account,
      status: 201,
    },
    async (request) => {
      const actor = await actorOf(house, request, 'people', 'write');
      if (!holds(actor, 'administrator'))
        throw forbidden('problem.not_your_role', { roles: '@role.administrator' });
      const { password } = parse(account, request.body, actor.language);
      const number = param(request, 'number');
      const person = await onConnection(house.pool, async (tx) => {
        const [row] = await tx.run<{ id: string; title: string; email: string | null; account: boolean }>(
          'person_for_account',
          'select r.id, r.title, p.email, exists (select 1 from auth_user u where u.id = r.id) as account from record r join person p on p.id = r.id where r.number = $1',
          [number],
        );
        return row;
      });
      if (!person) throw notFound('person', number);
      if (person.email === null) throw invalidField('email', 'problem.required', { field: 'email' });
      if (person.account) await setPassword(auth, person.id, password);
      else
        await createAccount(auth, { personId: person.id, name: person.title, email: person.email, password });
      return { number, email: person.email };
    },
  );
}
