import { paperQuery, sendPaper } from '../../platform/paper/serve.ts';
import { dayIn } from '../../kernel/calendar/home-days.ts';
import { mayView } from '../../kernel/access/access.ts';
import { actorOf, staffOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { parse } from '../../kernel/record/input.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, query, route } from '../../platform/http/route.ts';
import { appointment, type Appointment } from './appointment.record.ts';
import { findings, holders, liveliness } from './checks.ts';
import { letterOf } from './letter.ts';
import { landscape } from './landscape.ts';

export const rolesRoutes: RouteSet = (app, house) => {
  const today = () => dayIn(house.reference.settings, house.now());

  route(app, {
    method: 'GET', path: '/api/v1/roles', id: 'roles_overview', tag: 'roles',
    summary: 'The catalogue of roles with who holds them today, and what is wrong with who does what',
  }, async (request) => {
    await staffOf(house, request, 'roles', 'read');
    return onConnection(house.pool, async (tx) => ({
      today: today(),
      roles: await holders(tx, today()),
      findings: await findings(tx, today()),
    }));
  });

  route(app, {
    method: 'GET', path: '/api/v1/roles/processes', id: 'process_landscape', tag: 'roles',
    summary: 'All processes with their responsibilities, interfaces and when each last left a record',
  }, async (request) => {
    await staffOf(house, request, 'roles', 'read');
    return onConnection(house.pool, async (tx) => {
      const lives = new Map((await liveliness(tx)).map((one) => [one.id, one]));
      const items = await landscape(tx);
      return { today: today(), items: items.map((item) => ({ ...item, newest: lives.get(item.id)?.newest ?? null })) };
    });
  });

  route(app, {
    method: 'GET', path: '/api/v1/appointments/{number}/letter', id: 'appointment_letter', tag: 'appointments', query: paperQuery,
    summary: 'The letter of appointment as PDF or Word', responseType: 'application/pdf',
  }, async (request, reply) => {
    const actor = await actorOf(house, request, 'appointments', 'read');
    const { format, language = actor.language } = parse(paperQuery, query(request), actor.language);
    const number = param(request, 'number');
    const paper = await onConnection(house.pool, async (tx) => {
      const stored = await readRecord(tx, appointment, number);
      if (!stored || !mayView(appointment.access, actor, stored.record)) throw notFound('appointment', number);
      return letterOf(tx, house, stored.record as Appointment, language);
    });
    return sendPaper(reply, paper, format, `attachment; filename="${number}.${format}"`);
  });
}; // prettier-ignore
