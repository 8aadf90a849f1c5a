import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { holds, type Actor } from '../../kernel/access/actor.ts';
import { notYours } from '../../kernel/access/not-yours.ts';
import { staffOf } from '../../kernel/practice/caller.ts';
import { changeSetting } from '../../kernel/practice/change-setting.ts';
import type { House } from '../../kernel/practice/house.ts';
import { providerKind, providerKinds, sector, sectors } from '../../kernel/practice/kind.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { query, route } from '../../platform/http/route.ts';
import { sectorPromises } from '../service-level-management/practice.ts';
import { presetsFor } from './presets/presets.ts';

const tag = 'context';
const body = z.strictObject({ sector: z.enum(sectors).nullable(), providerKind: z.enum(providerKinds) });
const presetQuery = z.strictObject({ sector: z.enum(sectors).optional() });
const writers = ['administrator', 'sms-manager'];

/** What the organisation is, and what follows from it. Nothing that was made is changed by another kind. */
export function kindRoutes(app: FastifyInstance, house: House): void {
  const inside = async (request: FastifyRequest, access: 'read' | 'write' = 'read') => {
    return staffOf(house, request, tag, access);
  };
  const mayChange = (actor: Actor) => writers.some((role) => holds(actor, role));
  const shown = (actor: Actor) => {
    const { settings } = house.reference;
    return {
      sector: settings.get(sector).value,
      providerKind: settings.get(providerKind).value,
      mayChange: mayChange(actor),
    };
  };

  route(app, {
    method: 'GET', path: '/api/v1/organisation-kind', id: 'organisation_kind', tag,
    summary: 'The kind of organisation, and whether it serves customers outside or the organisation that it is a part of',
  }, async (request) => shown(await inside(request)));

  route(app, {
    method: 'PUT', path: '/api/v1/organisation-kind', id: 'set_organisation_kind', tag, body,
    summary: 'Changes them; examples and words follow, records stay as they are',
  }, async (request) => {
    const actor = await inside(request, 'write');
    if (!mayChange(actor)) throw notYours(writers);
    const given = parse(body, request.body, actor.language);
    await begin(house, async (work) => {
      await changeSetting(work, actor, sector, given.sector);
      await changeSetting(work, actor, providerKind, given.providerKind);
    });
    await house.reference.refresh();
    return shown(actor);
  });

  // Our own examples and nobody's data: the first visitor chooses by them before there is an account.
  route(app, {
    method: 'GET', path: '/api/v1/organisation-kind/presets', id: 'organisation_kind_presets', tag, query: presetQuery, public: true,
    summary: 'What a kind of organisation begins with: examples, obligations, usual promises',
  }, async (request) => {
    const { sector: asked } = parse(presetQuery, query(request), request.language);
    const titles = (of: 'issue' | 'obligation') =>
      presetsFor(of, asked, request.language).toSorted((a, b) => Number(b.special) - Number(a.special)).map(({ values }) => String((values as Record<string, unknown>)['title']));
    return { issues: titles('issue'), obligations: titles('obligation'), promises: sectorPromises(asked ?? null) };
  });
} // prettier-ignore
