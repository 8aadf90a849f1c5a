import { z } from 'zod';
import { conflict, forbidden, invalidField, notFound, Problem } from '../../platform/http/problem.ts';
import { onConnection, transaction, type Tx } from '../../platform/db/tx.ts';
import { seesType } from '../access/access.ts';
import { holds, type Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import { plain } from '../record/field.ts';
import { newId } from '../record/id.ts';
import { conditions, sortNames } from '../record/list.ts';
import type { RecordType } from '../record/record.ts';
import { isStaff } from '../record/universal.ts';
import {
  countOwn,
  deleteView,
  leads,
  openWith,
  saveView,
  viewSeen,
  viewsOf,
  type Sharing,
  type ViewRow,
} from './view.store.ts';

const most = 50;
const shareAll = ['administrator', 'sms-manager', 'service-desk-lead', 'incident-manager'];

const query = z.record(z.string().max(80), z.string().max(2000));
const share = { sharedWith: z.enum(['nobody', 'team', 'all']), teamId: z.uuid().nullable() };
export const newView = z.strictObject({
  recordType: z.string().max(60),
  name: plain(80),
  query,
  sharedWith: share.sharedWith.default('nobody'),
  teamId: share.teamId.default(null),
});
export const changedView = z.strictObject({
  name: plain(80).optional(),
  query: query.optional(),
  sharedWith: share.sharedWith.optional(),
  teamId: share.teamId.optional(),
});

type Personal = Actor & { readonly id: string };

/** Views belong to people; the software has none. */
export function personal(actor: Actor): Personal {
  if (actor.id === null) throw new Problem(401, 'problem.sign_in');
  return { ...actor, id: actor.id };
}

export const listViews = (house: House, actor: Personal, recordType: string | undefined) =>
  onConnection(house.pool, async (tx) => {
    const rows = await viewsOf(tx, actor, recordType, isStaff(actor));
    return rows.map((row) => present(row, actor));
  });

export const addView = (house: House, actor: Personal, given: z.output<typeof newView>) =>
  transaction(house.pool, async (tx) => {
    const type = typeFor(house, actor, given.recordType);
    checkQuery(house, type, actor, given.query);
    await checkSharing(tx, actor, given);
    if ((await countOwn(tx, actor.id, type.type)) >= most) throw conflict('view.too_many', { most });
    const id = newId(house.now());
    await saveView(tx, { ...given, id, ownerId: actor.id });
    return shown(tx, actor, id);
  });

export const changeView = (house: House, actor: Personal, id: string, given: z.output<typeof changedView>) =>
  transaction(house.pool, async (tx) => {
    const before = await mine(tx, actor, id);
    const after = {
      ...before,
      name: given.name ?? before.name,
      query: given.query ?? before.query,
      sharedWith: given.sharedWith ?? before.sharedWith,
      teamId: given.teamId === undefined ? before.teamId : given.teamId,
    };
    if (after.sharedWith !== 'team') after.teamId = null;
    checkQuery(house, typeFor(house, actor, before.recordType), actor, after.query);
    await checkSharing(tx, actor, after);
    await saveView(tx, after);
    return shown(tx, actor, id);
  });

export const removeView = (house: House, actor: Personal, id: string) =>
  transaction(house.pool, async (tx) => {
    const { name } = await mine(tx, actor, id);
    await deleteView(tx, id);
    return { id, name };
  });

/** Anybody may open their list with a view that they see. */
export const openListWith = (house: House, actor: Personal, id: string, on: boolean) =>
  transaction(house.pool, async (tx) => {
    const view = await found(tx, actor, id);
    await openWith(tx, actor.id, view, on);
    return shown(tx, actor, id);
  });

const present = ({ ownerId, ownerName, teamId, teamTitle, ...view }: ViewRow, actor: Personal) => ({
  ...view,
  owner: { id: ownerId, name: ownerName },
  team: teamId === null ? null : { id: teamId, title: teamTitle },
  mine: ownerId === actor.id,
});

const shown = async (tx: Tx, actor: Personal, id: string) => present(await found(tx, actor, id), actor);

async function found(tx: Tx, actor: Personal, id: string): Promise<ViewRow> {
  const view = z.uuid().safeParse(id).success ? await viewSeen(tx, actor, id, isStaff(actor)) : undefined;
  if (!view) throw notFound('view', id);
  return view;
}

async function mine(tx: Tx, actor: Personal, id: string): Promise<ViewRow> {
  const view = await found(tx, actor, id);
  if (view.ownerId !== actor.id) throw forbidden('view.not_yours', { owner: view.ownerName });
  return view;
}

function typeFor(house: House, actor: Actor, name: string): RecordType {
  const seen = [...house.types.values()].filter((type) => seesType(type.access, actor, type.type));
  const type = seen.find((t) => t.type === name);
  if (!type)
    throw invalidField(
      'recordType',
      'view.no_such_type',
      { types: seen.map((t) => t.type).join(', ') },
      name,
    );
  return type;
}

/** A view that the list would refuse is refused when it is saved, by the list's own words. */
function checkQuery(house: House, type: RecordType, actor: Actor, given: ViewRow['query']): void {
  const filters: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    const filter = /^filter\[([\w.]+)\]$/.exec(key)?.[1];
    if (filter !== undefined) filters[filter] = value;
    else if (key === 'sort' && !sortNames.includes(value))
      throw invalidField('query.sort', 'problem.one_of', { options: sortNames.join(', ') }, value);
    else if (key !== 'sort' && key !== 'columns')
      throw invalidField(`query.${key}`, 'view.unknown_part', { part: key }, key);
  }
  conditions(house, type, actor, filters);
}

async function checkSharing(
  tx: Tx,
  actor: Personal,
  { sharedWith, teamId }: { readonly sharedWith: Sharing; readonly teamId: string | null },
): Promise<void> {
  if (sharedWith === 'nobody') return;
  if (sharedWith === 'all') {
    if (shareAll.some((role) => holds(actor, role))) return;
    throw forbidden('view.not_for_all', { roles: shareAll.map((role) => `@role.${role}`).join(', ') });
  }
  if (teamId === null) throw invalidField('teamId', 'view.team_needed');
  if (!actor.teamIds.includes(teamId) && !(await leads(tx, actor.id, teamId)))
    throw forbidden('view.not_your_team');
}
