import { z } from 'zod';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { parse } from '../../kernel/record/input.ts';
import { preview } from '../../kernel/record/preview.ts';
import { presentClock } from '../../kernel/record/present.ts';
import { single } from '../../kernel/record/act.ts';
import { query, route } from '../../platform/http/route.ts';

const asked = z.strictObject({
  serviceId: z.uuid().optional(),
  impact: z.coerce.number().int().min(1).max(4).optional(),
  urgency: z.coerce.number().int().min(1).max(3).optional(),
});

/** 8.3.2: what would be promised if this were reported now, before it is. */
export const promiseRoutes: RouteSet = (app, house) => {
  route(app, {
    method: 'GET', path: '/api/v1/me/promise', id: 'my_promise', tag: 'me', query: asked,
    summary: 'By when an incident that I report now would be answered and resolved',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'read');
    const given = parse(asked, query(request), actor.language);
    // The title is all that a report must have; what it says changes no promise.
    const input = { ...given, title: '-', requesterId: actor.id, channel: 'portal' };
    const { record, clocks } = await single(house, (work) => preview(work, 'incident', actor, input));
    const promised = (name: string) => {
      const clock = clocks.find((c) => c.name === name);
      if (!clock?.target) return null;
      const { dueAt, targetMs } = presentClock(clock);
      return { dueAt, targetMs };
    };
    return { at: record.createdAt, priority: record.priority, response: promised('response'), resolution: promised('resolution') };
  }); // prettier-ignore
};
