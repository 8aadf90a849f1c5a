import { z } from 'zod';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { seenVersions, settingsRoutes } from '../../kernel/practice/settings-routes.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { invalidField } from '../../platform/http/problem.ts';
import { settingRoles } from './incident.settings.ts';
import {
  criteriaSchema,
  informManagement,
  majorCriteria,
  reviewWithin,
  updateEvery,
} from './major.settings.ts';

const day = 24 * 60;
const minutes = (least: number, most: number) => z.int().min(least).max(most);
const distinct = criteriaSchema.refine(
  (criteria) => new Set(criteria.map(({ key }) => key)).size === criteria.length,
  { params: { key: 'major_incident.same_key' } },
);

/** Only what is to change; the rest stays as it is. */
const body = z
  .strictObject({
    criteria: distinct,
    informManagement: z
      .strictObject({ first: minutes(5, day), again: minutes(15, 7 * day) })
      .refine(({ first, again }) => again >= first, { params: { key: 'major_incident.again_before_first' }, path: ['again'] }),
    updateEveryMinutes: minutes(5, day),
    reviewWithin: z.strictObject({ workingDays: z.int().min(1).max(60), calendarId: z.uuid().nullable() }),
    versions: seenVersions,
  })
  .partial(); // prettier-ignore

const keys = {
  criteria: majorCriteria,
  informManagement,
  updateEveryMinutes: updateEvery,
  reviewWithin,
} as const;

/** When an incident is major, how often it is told, who is informed in what time, and when the review is due. */
export const majorSettingsRoutes: RouteSet = (app, house) =>
  settingsRoutes(app, house, {
    plural: 'major-incidents',
    id: 'major_settings',
    summary: {
      shown: 'The settings of major incidents in force, with who changed what when',
      changed: 'Changes some of them; what was decided by the former versions keeps citing those',
    },
    keys,
    body,
    roles: settingRoles,
    more: async (tx) => {
      const { calendarId } = house.reference.settings.get(reviewWithin).value;
      return { refs: await referencesTo(tx, new Set(calendarId === null ? [] : [calendarId])) };
    },
    check: async (work, given) => {
      const calendarId = given.reviewWithin?.calendarId;
      if (!calendarId) return;
      const [known] = await work.run<{ id: string }>(
        'calendar_in_use',
        `select id from record where id = $1 and type = 'calendar' and state = 'active'`,
        [calendarId],
      );
      if (!known)
        throw invalidField('reviewWithin.calendarId', 'problem.no_such_reference', { types: 'calendar' });
    },
  });
