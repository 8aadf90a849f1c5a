import { dayIn } from '../../kernel/calendar/home-days.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import type { Asset } from './asset.fields.ts';
import { bookValueOn, depreciable } from './asset.money.ts';
import { assetByCode } from './asset.queries.ts';
import { schedule } from './depreciation.ts';
import { depreciationReport, endOfMonth } from './depreciation.report.ts';
import { allowed, inUse, type Licence } from './licence.fields.ts';
import { assignmentsOf, licencesOf } from './licence.store.ts';
import { longestDays, maintenanceCalendar } from './maintenance.calendar.ts';

const uuidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isDate = (text: string) => z.iso.date().safeParse(text).success && /^(?:19|20|21)/.test(text);

/** A date of the query; absent: the one given. */
export function dateIn(request: FastifyRequest, name: string, otherwise: string): string {
  const text = query(request)[name];
  if (text === undefined) return otherwise;
  if (!isDate(text)) throw invalidField(name, 'asset.no_date', {}, text);
  return text;
}

/** The id after which a list goes on. */
export function afterIn(request: FastifyRequest): string | null {
  const text = query(request)['after'];
  if (text === undefined) return null;
  if (!uuidForm.test(text)) throw invalidField('after', 'problem.cursor', {}, text);
  return text;
}

/** One record that this actor may see. */
export async function seen(
  tx: Tx,
  house: House,
  actor: Actor,
  typeName: string,
  number: string,
): Promise<BaseRecord> {
  const type = typeNamed(house, typeName);
  const stored = await readRecord(tx, type, number);
  if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(typeName, number);
  return stored.record;
}

export const assetRoutes: RouteSet = (app, house) => {
  const { settings } = house.reference;
  const today = () => dayIn(settings, house.now());

  route(app, {
    method: 'GET', path: '/api/v1/assets/{number}/depreciation', id: 'asset_depreciation', tag: 'assets',
    summary: 'How its cost becomes expense month by month, and its net book value at ?at=<date>',
  }, async (request) => {
    const actor = await staffOf(house, request, 'assets', 'read');
    const at = dateIn(request, 'at', today());
    return onConnection(house.pool, async (tx) => {
      const asset = (await seen(tx, house, actor, 'asset', param(request, 'number'))) as Asset;
      const given = depreciable(asset, settings);
      return {
        at,
        currency: asset.currency,
        costCents: asset.costCents,
        netBookCents: bookValueOn(asset, settings, at),
        writtenOffOn: asset.writtenOffOn,
        months: given ? schedule(given) : [],
      };
    });
  }); // prettier-ignore

  route(app, {
    method: 'GET', path: '/api/v1/assets/depreciation', id: 'depreciation_report', tag: 'assets',
    summary: 'Cost, expense of the month, accumulated depreciation and net book value by cost centre, at the end of ?at=<date>',
  }, async (request) => {
    const actor = await staffOf(house, request, 'assets', 'read');
    const at = dateIn(request, 'at', endOfMonth(today()));
    return onConnection(house.pool, async (tx) => ({ at, items: await depreciationReport(tx, house, actor, at) }));
  }); // prettier-ignore

  route(app, {
    method: 'GET', path: '/api/v1/assets/by-code', id: 'asset_by_code', tag: 'assets',
    summary: 'The asset that a scanned label, a tag or a serial number means: ?code=',
  }, async (request) => {
    const actor = await actorOf(house, request, 'assets', 'read');
    const code = query(request)['code'] ?? '';
    return onConnection(house.pool, async (tx) => {
      const found = await assetByCode(tx, code);
      if (!found) throw notFound('asset', code.slice(0, 100));
      const { number, title, state } = await seen(tx, house, actor, 'asset', found.number);
      return { number, title, state };
    });
  }); // prettier-ignore

  route(app, {
    method: 'GET', path: '/api/v1/assets/{number}/licences', id: 'asset_licences', tag: 'assets',
    summary: 'The licences assigned to it now',
  }, async (request) => {
    const actor = await staffOf(house, request, 'assets', 'read');
    return onConnection(house.pool, async (tx) => {
      const asset = await seen(tx, house, actor, 'asset', param(request, 'number'));
      const items = await licencesOf(tx, asset.id);
      return { items, refs: await referencesTo(tx, new Set(items.map((item) => item.licenceId))) };
    });
  }); // prettier-ignore

  route(app, {
    method: 'GET', path: '/api/v1/licences/{number}/position', id: 'licence_position', tag: 'licences',
    summary: 'Entitled, in use and left, and who has it; ?ended=true for those who had it, ?after=<id> goes on',
  }, async (request) => {
    const actor = await staffOf(house, request, 'licences', 'read');
    const ended = query(request)['ended'] === 'true';
    const after = afterIn(request);
    return onConnection(house.pool, async (tx) => {
      const licence = (await seen(tx, house, actor, 'licence', param(request, 'number'))) as Licence;
      const rows = await assignmentsOf(tx, licence.id, ended, after);
      const items = rows.slice(0, 200);
      const ids = items.flatMap(({ assigneeId, byId }) => [assigneeId, ...(byId === null ? [] : [byId])]);
      const limit = allowed(licence, today());
      const covers = licence.state === 'active';
      return {
        entitled: licence.entitled ?? 0,
        accepted: limit - (licence.entitled ?? 0),
        used: licence.used ?? 0,
        measured: licence.measured,
        // What has expired covers nothing: everything in use is then too much.
        left: (covers ? (licence.entitled ?? 0) : 0) - inUse(licence),
        items,
        refs: await referencesTo(tx, new Set(ids)),
        next: rows.length > 200 ? (items.at(-1)?.id ?? null) : null,
      };
    });
  }); // prettier-ignore

  route(app, {
    method: 'GET', path: '/api/v1/maintenance-plans/calendar', id: 'maintenance_calendar', tag: 'maintenance-plans',
    summary: 'What is due from ?from= to ?to=: tasks, and what the plans in force will ask for',
  }, async (request) => {
    const actor = await staffOf(house, request, 'maintenance-plans', 'read');
    const from = dateIn(request, 'from', `${today().slice(0, 7)}-01`);
    const to = dateIn(request, 'to', endOfMonth(from));
    const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
    if (days < 0 || days > longestDays) throw invalidField('to', 'asset.calendar_span', { days: longestDays }, to);
    return onConnection(house.pool, async (tx) => {
      const { items, more } = await maintenanceCalendar(tx, house, actor, from, to);
      const ids = items.flatMap(({ teamId, ownerId, subjectIds }) => [teamId, ownerId, ...subjectIds]);
      return { from, to, today: today(), items, more, refs: await referencesTo(tx, new Set(ids.filter((id) => id !== null))) };
    });
  }); // prettier-ignore
};
