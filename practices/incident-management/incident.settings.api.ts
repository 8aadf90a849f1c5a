import { z } from 'zod';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { seenVersions, settingsRoutes } from '../../kernel/practice/settings-routes.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { escalationLadder } from './incident.fields.ts';
import { priorityMatrix, priorityMatrixSchema } from './incident.priority.ts';
import {
  autoClose,
  escalateAt,
  handOverHours,
  pauseDays,
  reopenDays,
  repeats,
  settingRoles,
} from './incident.settings.ts';

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
export const incidentSettingsRoutes: RouteSet = (app, house) =>
  settingsRoutes(app, house, {
    plural: 'incidents',
    id: 'incident_settings',
    summary: {
      shown: 'The rules of incidents in force, with who changed what when',
      changed: 'Changes some of them; what was decided by the former versions stands',
    },
    keys,
    body,
    roles: settingRoles,
    more: async (tx) => ({
      ladder: escalationLadder,
      refs: await referencesTo(
        tx,
        new Set(Object.keys(house.reference.settings.get(priorityMatrix).value.customers)),
      ),
    }),
  });
