import { mayView } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { changesOfRelease, releasesOfChange } from './release.windows.ts';

/** Which releases carry a change, and which changes a release carries: each told on the other's page. */
export const carryRoutes: RouteSet = (app, house) => {
  route(app, { tag: 'releases', method: 'GET', path: '/api/v1/changes/{number}/releases', id: 'change_releases',
    summary: 'Releases that carry this change, with their state and window' },
  async (request) => {
    const actor = await actorOf(house, request, 'releases', 'read');
    return onConnection(house.pool, async (tx) => ({
      items: isStaff(actor) ? await releasesOfChange(tx, await idOf(tx, house, actor, 'change', param(request, 'number'))) : [],
    }));
  }); // prettier-ignore

  route(app, { tag: 'releases', method: 'GET', path: '/api/v1/releases/{number}/changes', id: 'release_changes',
    summary: 'Changes that this release carries, with their state, risk and window' },
  async (request) => {
    const actor = await actorOf(house, request, 'releases', 'read');
    return onConnection(house.pool, async (tx) => ({
      items: await changesOfRelease(tx, await idOf(tx, house, actor, 'release', param(request, 'number'))),
    }));
  }); // prettier-ignore
};

async function idOf(tx: Tx, house: House, actor: Actor, type: string, number: string): Promise<string> {
  const found = typeNamed(house, type);
  const stored = await readRecord(tx, found, number);
  if (!stored || !mayView(found.access, actor, stored.record)) throw notFound(type, number);
  return stored.record.id;
}
