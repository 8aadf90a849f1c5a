import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { param, query, route } from '../../../platform/http/route.ts';
import { parse } from '../../record/input.ts';
import {
  addView,
  changedView,
  changeView,
  listViews,
  newView,
  openListWith,
  personal,
  removeView,
} from '../../view/view.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';

const tag = 'views';
const base = '/api/v1/views';
const view = z.object({
  id: z.uuid(),
  recordType: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  sharedWith: z.enum(['nobody', 'team', 'all']),
  owner: z.object({ id: z.uuid(), name: z.string() }),
  team: z.object({ id: z.uuid(), title: z.string().nullable() }).nullable(),
  mine: z.boolean(),
  isDefault: z.boolean(),
});

/** Saved views of lists: one's own, and those that others share. Changed only by their owners. */
export function viewRoutes(app: FastifyInstance, house: House): void {
  const actor = async (request: FastifyRequest, access: 'read' | 'write') =>
    personal(await actorOf(house, request, tag, access));

  route(
    app,
    {
      method: 'GET',
      path: base,
      id: 'views',
      tag,
      summary: 'Saved views that I may use',
      query: z.object({ recordType: z.string().optional() }),
      response: z.object({ items: z.array(view) }),
    },
    async (request) => ({
      items: await listViews(house, await actor(request, 'read'), query(request)['recordType']),
    }),
  );
  route(
    app,
    {
      method: 'POST',
      path: base,
      id: 'add_view',
      tag,
      summary: 'Save a view',
      status: 201,
      body: newView,
      response: view,
    },
    async (request) => {
      const who = await actor(request, 'write');
      return addView(house, who, parse(newView, request.body, who.language));
    },
  );
  route(
    app,
    {
      method: 'PATCH',
      path: `${base}/{id}`,
      id: 'change_view',
      tag,
      summary: 'Change one of my views',
      body: changedView,
      response: view,
    },
    async (request) => {
      const who = await actor(request, 'write');
      return changeView(house, who, param(request, 'id'), parse(changedView, request.body, who.language));
    },
  );
  route(
    app,
    { method: 'DELETE', path: `${base}/{id}`, id: 'delete_view', tag, summary: 'Delete one of my views' },
    async (request) => removeView(house, await actor(request, 'write'), param(request, 'id')),
  );
  for (const on of [true, false]) {
    route(
      app,
      {
        method: on ? 'POST' : 'DELETE',
        path: `${base}/{id}/default`,
        id: on ? 'open_with_view' : 'not_open_with_view',
        tag,
        summary: on ? 'Open my list with this view' : 'Do not open my list with this view',
        response: view,
      },
      async (request) => openListWith(house, await actor(request, 'write'), param(request, 'id'), on),
    );
  }
}
