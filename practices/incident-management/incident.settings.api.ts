import { notYours } from '../../kernel/access/not-yours.ts';
import { z } from 'zod';
import { staff } from '../../kernel/access/roles.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { route } from '../../platform/http/route.ts';
import { escalationLadder } from './incident.fields.ts';
import { priorityMatrix, priorityMatrixSchema } from './incident.priority.ts';
import { autoClose, escalateAt, handOverHours, pauseDays, reopenDays, repeats } from './incident.settings.ts';
import { maySet, saveSettings, seenVersions, settingRoles, settingsShown } from './settings.seam.ts';

const days = (most: number) => z.int().min(1).max(most);
const level = z.int().min(1).max(escalationLadder.length);
const keys = {
  priorityMatrix,
  escalateAt,
  handOverHours,
  reopenDays,
  autoClose,
  pauseDays,
  repeats,
} as const;

/** Only what is to change; the rest stays as it is. */
const body = z
  .strictObject({
    priorityMatrix: priorityMatrixSchema,
    escalateAt: z.strictObject({
      warned: z.strictObject({ percent: z.literal([50, 75, 90]), level }),
      breached: z.strictObject({ level }),
    }),
    handOverHours: z.int().min(1).max(72),
    reopenDays: days(90),
    autoClose: z
      .strictObject({ workingDays: days(30), noticesAfter: z.array(days(30)).min(1).max(5) })
      .refine(({ workingDays, noticesAfter }) => noticesAfter.every((day, i) => day < workingDays && day > (noticesAfter[i - 1] ?? 0)), {
        params: { key: 'incident.notices_before_closing' },
        path: ['noticesAfter'],
      }),
    pauseDays: z
      .strictObject({ usual: days(60), most: days(365) })
      .refine(({ usual, most }) => usual <= most, { params: { key: 'incident.usual_above_most' }, path: ['usual'] }),
    repeats: z.strictObject({ count: z.int().min(2).max(100), days: days(365) }),
    versions: seenVersions,
  })
  .partial(); // prettier-ignore

/** The matrix that gives each priority, the ladder that answers a promise in danger, and the days of an incident's end (5.3, 8.6.1). */
export const incidentSettingsRoutes: RouteSet = (app, house) => {
  const about = { tag: 'incidents', path: '/api/v1/incidents/settings' } as const;
  const shown = (actor: Awaited<ReturnType<typeof actorOf>>) =>
    onConnection(house.pool, async (tx) => ({
      ...(await settingsShown(tx, house, actor, keys)),
      ladder: escalationLadder,
      refs: await referencesTo(tx, new Set(Object.keys(house.reference.settings.get(priorityMatrix).value.customers))),
    })); // prettier-ignore

  route(app, {
    ...about, method: 'GET', id: 'incident_settings',
    summary: 'The rules of incidents in force, with who changed what when',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'read');
    if (!isStaff(actor)) throw notYours(staff);
    return shown(actor);
  }); // prettier-ignore

  route(app, {
    ...about, method: 'PUT', id: 'set_incident_settings', body,
    summary: 'Changes some of them; what was decided by the former versions stands',
  }, async (request) => {
    const actor = await actorOf(house, request, 'incidents', 'write');
    if (!maySet(actor)) throw notYours(settingRoles);
    const given = parse(body, request.body, actor.language);
    await begin(house, (work) => saveSettings(work, actor, keys, given));
    return shown(actor);
  }); // prettier-ignore
};
