import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createAccount } from '../platform/auth/accounts.ts';
import { passwordLength, type Auth } from '../platform/auth/auth.ts';
import { conflict } from '../platform/http/problem.ts';
import { route } from '../platform/http/route.ts';
import { onConnection } from '../platform/db/tx.ts';
import { system } from '../kernel/access/actor.ts';
import type { House } from '../kernel/practice/house.ts';
import { homeZone } from '../kernel/calendar/home-days.ts';
import { changeSetting } from '../kernel/practice/change-setting.ts';
import { organisationLanguage } from '../kernel/directory/person.defaults.ts';
import { providerKind, providerKinds, sector, sectors } from '../kernel/practice/kind.ts';
import { profile } from '../kernel/practice/settings.ts';
import { begin, create } from '../kernel/record/act.ts';
import { email, plain, timeZone } from '../kernel/record/field.ts';
import { parse } from '../kernel/record/input.ts';
import { servers } from './practices.ts';
import { words } from './words.ts';

const body = z.strictObject({
  language: z.enum(['en', 'zh-CN']),
  name: plain(100),
  email: email().schema,
  password: z.string().min(passwordLength.min).max(passwordLength.max),
  organisation: plain(200),
  profile: z.enum(['S', 'M', 'L']),
  zone: timeZone().schema.optional(),
  sector: z.enum(sectors).optional(),
  providerKind: z.enum(providerKinds).optional(),
});

/** Roles of the first person. In a small organisation one coordinator holds most of them (processes.md 0.8). */
const firstRoles = [
  'administrator',
  'sms-manager',
  'service-level-manager',
  'incident-manager',
  'change-manager',
  'problem-manager',
  'service-desk-lead',
];

/** First visit: the organisation, its first administrator, its calendars and default agreements. Only ever once. */
export function setupRoutes(app: FastifyInstance, house: House, auth: Auth): void {
  const needed = () =>
    onConnection(
      house.pool,
      async (tx) => (await tx.run('any_account', 'select 1 from auth_user limit 1')).length === 0,
    );

  route(
    app,
    {
      method: 'GET',
      path: '/api/v1/setup',
      id: 'setup_needed',
      tag: 'setup',
      summary: 'Is this the first visit?',
      public: true,
    },
    async () => ({ needed: await needed() }),
  );

  route(
    app,
    {
      method: 'POST',
      path: '/api/v1/setup',
      id: 'setup',
      tag: 'setup',
      summary: 'The first administrator and the organisation',
      body,
      status: 201,
      public: true,
    },
    async (request) => {
      const given = parse(body, request.body, request.language);
      const actor = { ...system('web'), language: given.language };
      const zone = given.zone ?? (given.language === 'zh-CN' ? 'Asia/Shanghai' : 'UTC');
      const person = await begin(house, async (work) => {
        // Two first visitors at once: the second waits here and then finds it done.
        await work.run('setup_lock', `select pg_advisory_xact_lock(hashtext('servanda.setup'))`);
        if ((await work.run('any_account', 'select 1 from auth_user limit 1')).length > 0)
          throw conflict('problem.setup_done');
        const organisation = await create(work, 'organisation', actor, {
          title: given.organisation,
          kind: 'own_unit',
          zone,
        });
        const first = await create(work, 'person', actor, {
          title: given.name,
          email: given.email,
          language: given.language,
          zone,
          orgUnitId: organisation.id,
        });
        for (const role of firstRoles) {
          await create(work, 'role-holder', actor, {
            title: `${given.name}: ${words(`role.${role}`, {}, given.language)}`,
            personId: first.id,
            role,
            validFrom: new Date(house.now()).toISOString().slice(0, 10),
          });
        }
        await create(work, 'team', actor, {
          title: given.language === 'zh-CN' ? '服务台' : 'Service desk',
          memberIds: [first.id],
          leadId: first.id,
          orgUnitId: organisation.id,
        });
        await changeSetting(work, actor, profile, given.profile);
        await changeSetting(work, actor, organisationLanguage, given.language);
        await changeSetting(work, actor, homeZone, zone);
        if (given.sector) await changeSetting(work, actor, sector, given.sector);
        if (given.providerKind) await changeSetting(work, actor, providerKind, given.providerKind);
        for (const server of servers)
          await server.setUp?.(work, actor, { zone, language: given.language, sector: given.sector ?? null });
        // Last: what follows is on better-auth's own connection, and must not exist when the rest rolls back.
        await createAccount(auth, {
          personId: first.id,
          name: given.name,
          email: given.email,
          password: given.password,
        });
        return first;
      });
      return { person: { id: person.id, number: person.number } };
    },
  );
}
