import { notYours } from '../../kernel/access/not-yours.ts';
import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import { staff } from '../../kernel/access/roles.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import type { RouteSet } from '../../kernel/practice/route.ts';
import { begin } from '../../kernel/record/act.ts';
import { parse } from '../../kernel/record/input.ts';
import { referencesTo } from '../../kernel/record/present.ts';
import { isStaff } from '../../kernel/record/universal.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { invalidField } from '../../platform/http/problem.ts';
import { route } from '../../platform/http/route.ts';
import {
  criteriaSchema,
  informManagement,
  majorCriteria,
  reviewWithin,
  updateEvery,
} from './major.settings.ts';
import { maySet, saveSettings, seenVersions, settingRoles, settingsShown } from './settings.seam.ts';

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
type Body = z.output<typeof body>;

const keys = {
  criteria: majorCriteria,
  informManagement,
  updateEveryMinutes: updateEvery,
  reviewWithin,
} as const;

async function shown(tx: Tx, house: House, actor: Actor) {
  const { values, ...rest } = await settingsShown(tx, house, actor, keys);
  const { calendarId } = house.reference.settings.get(reviewWithin).value;
  return {
    ...values,
    ...rest,
    refs: await referencesTo(tx, new Set(calendarId === null ? [] : [calendarId])),
  };
}

async function save(work: Work, actor: Actor, given: Body): Promise<void> {
  const calendarId = given.reviewWithin?.calendarId;
  if (calendarId) {
    const [known] = await work.run<{ id: string }>(
      'calendar_in_use',
      `select id from record where id = $1 and type = 'calendar' and state = 'active'`,
      [calendarId],
    );
    if (!known) throw invalidField('reviewWithin.calendarId', 'problem.no_such_reference', { types: 'calendar' });
  }
  await saveSettings(work, actor, keys, given);
} // prettier-ignore

/** When an incident is major, how often it is told, who is informed in what time, and when the review is due. */
export const majorSettingsRoutes: RouteSet = (app, house) => {
  const about = { tag: 'major-incidents', path: '/api/v1/major-incidents/settings' } as const;

  route(app, {
    ...about, method: 'GET', id: 'major_settings',
    summary: 'The settings of major incidents in force, with who changed what when',
  }, async (request) => {
    const actor = await actorOf(house, request, 'major-incidents', 'read');
    if (!isStaff(actor)) throw notYours(staff);
    return onConnection(house.pool, (tx) => shown(tx, house, actor));
  }); // prettier-ignore

  route(app, {
    ...about, method: 'PUT', id: 'set_major_settings', body,
    summary: 'Changes some of them; what was decided by the former versions keeps citing those',
  }, async (request) => {
    const actor = await actorOf(house, request, 'major-incidents', 'write');
    if (!maySet(actor)) throw notYours(settingRoles);
    const given = parse(body, request.body, actor.language);
    await begin(house, (work) => save(work, actor, given));
    return onConnection(house.pool, (tx) => shown(tx, house, actor));
  }); // prettier-ignore
};
