import type { FastifyInstance } from 'fastify';
import { staffOf } from '../../kernel/practice/caller.ts';
import type { House } from '../../kernel/practice/house.ts';
import { sector as sectorSetting, sectors } from '../../kernel/practice/kind.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { route } from '../../platform/http/route.ts';
import { sectorPromises, sectorTargets } from './sector.targets.ts';

const tag = 'agreements';

/** Targets to begin an agreement with, by kind of organisation; the organisation's own kind first. */
export function templateRoutes(app: FastifyInstance, house: House): void {
  route(app, {
    method: 'GET', path: '/api/v1/agreement-templates', id: 'agreement_templates', tag,
    summary: 'Targets that organisations of a kind usually promise, with the calendars that are there',
  }, async (request) => {
    await staffOf(house, request, tag, 'read');
    const own = house.reference.settings.get(sectorSetting).value;
    // The one that a first visit makes; without it the targets count over the agreement's own hours.
    const [always] = await onConnection(house.pool, (tx) =>
      tx.run<{ id: string }>('calendar_around_the_clock', `select id from record where type = 'calendar' and title = '24×7' and state = 'active' order by id limit 1`));
    const order = own === null ? sectors : [own, ...sectors.filter((one) => one !== own)];
    return {
      sector: own,
      items: order.map((sector) => ({
        sector,
        promises: sectorPromises(sector),
        targets: always ? sectorTargets(sector, always.id) : withoutCalendars(sector),
      })),
    };
  });
} // prettier-ignore

const withoutCalendars = (sector: (typeof sectors)[number]) =>
  Object.fromEntries(
    Object.entries(sectorTargets(sector, '')).map(([priority, promised]) => [
      priority,
      Object.fromEntries(
        Object.entries(promised ?? {}).map(([name, measured]) => [name, { minutes: measured?.minutes }]),
      ),
    ]),
  );
