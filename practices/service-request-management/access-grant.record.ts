import type { Access } from '../../kernel/access/access.ts';
import { each } from '../../kernel/access/roles.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { defineProcess, type Context } from '../../kernel/process/process.ts';
import { choice, date, instant, integer, readOnly, reference } from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { create } from '../../kernel/record/act.ts';
import { addMonths } from './days.ts';
import { desk, overseers } from './service-request.fields.ts';
import { openReviewsOf, skipTasks } from './task.queries.ts';

const fields = {
  requestId: reference('service-request'),
  modelId: reference('request-model'),
  personId: reference('person'),
  until: date(),
  recertifyMonths: integer(1, 36),
  recertifyDue: date(),
  recertifiedAt: readOnly(instant()),
  recertifiedById: reference('person'),
  endedAt: readOnly(instant()),
  endCode: choice('expired', 'refused', 'ended'),
};
export type AccessGrant = RecordOf<typeof fields>;

type Effect = (work: Work, grant: AccessGrant, actor: Actor, context: Context) => Promise<void>;

/** So many days somebody has for a review, and a team for taking access away: over the request's own hours. */
const reviewMinutes = 5 * 8 * 60;
const removalMinutes = 8 * 60;

const taskFor = (kind: 'recertification' | 'removal', targetMinutes: number): Effect =>
  async (work, grant, _actor, { at }) => {
    const [request] = await work.run<{ calendarId: string | null }>(
      'calendar_of_access',
      'select calendar_id as "calendarId" from service_request where id = $1',
      [grant.requestId],
    );
    await create(
      work,
      'fulfilment-task',
      system(),
      {
        title: grant.title,
        kind,
        accessId: grant.id,
        modelId: grant.modelId,
        targetMinutes,
        calendarId: request?.calendarId ?? null,
        teamId: grant.teamId,
        ownerId: kind === 'recertification' ? grant.ownerId : null,
        serviceId: grant.serviceId,
        customerId: grant.customerId,
        orgUnitId: grant.orgUnitId,
        priority: 3,
      },
      { at, detail: { access: grant.number } },
    );
  }; // prettier-ignore

const takeAway: Effect = async (work, grant, actor, context) => {
  await skipTasks(work, await openReviewsOf(work, grant.id), '@access_grant.reason.ended', context.at);
  await taskFor('removal', removalMinutes)(work, grant, actor, context);
};

const process = defineProcess<AccessGrant>()({
  states: { active: 'active', in_review: 'waiting', ended: 'closed' },
  initial: 'active',
  create: {
    by: ['system'],
    fields: [
      'title', 'requestId', 'modelId', 'personId', 'requesterId', 'until', 'recertifyMonths', 'recertifyDue', 'ownerId',
      'teamId', 'serviceId', 'customerId', 'orgUnitId',
    ], // prettier-ignore
    required: ['title', 'personId', 'until', 'recertifyDue'],
  },
  edit: { from: ['active', 'in_review'], by: [...desk, 'service-owner'], fields: ['ownerId', 'teamId'] },
  transitions: {
    open_review: {
      from: ['active'],
      to: 'in_review',
      by: ['system'],
      effect: taskFor('recertification', reviewMinutes),
    },
    recertified: {
      from: ['in_review'],
      to: 'active',
      by: ['system'],
      fields: ['recertifiedById'],
      required: ['recertifiedById'],
      set: (grant, _actor, { at }) => {
        const next = addMonths(new Date(at).toISOString().slice(0, 10), grant.recertifyMonths ?? 6);
        return {
          recertifiedAt: new Date(at).toISOString(),
          recertifyDue: [next, grant.until ?? next].toSorted()[0] ?? next,
        };
      },
    },
    end: {
      from: ['active', 'in_review'],
      to: 'ended',
      by: [...desk, 'service-owner', 'sms-manager'],
      fields: ['endCode'],
      requires: ['reason'],
      set: (grant, _actor, { at }) => ({
        endedAt: new Date(at).toISOString(),
        endCode: grant.endCode ?? 'ended',
      }),
      effect: takeAway,
    },
  },
  clocks: {},
});

const access: Access = {
  ...each(desk, { view: 'all', act: 'all' } as const),
  engineer: { view: 'all', act: 'team' },
  ...each(overseers, { view: 'all', act: 'team' } as const),
  'service-owner': { view: 'all', act: 'all' },
  'sms-manager': { view: 'all', act: 'all' },
  user: { view: 'own', act: 'own' },
};

/** Who has what access until when, and when somebody last said that it is still needed (8.7.3). */
export const accessGrant = defineRecord({
  type: 'access-grant',
  plural: 'access-grants',
  prefix: 'ACC',
  // Held for months and nobody's turn: its review and its removal are tasks of their own.
  register: true,
  fields,
  base: ['title', 'serviceId', 'teamId', 'ownerId', 'requesterId', 'customerId', 'orgUnitId'],
  search: [],
  list: ['number', 'title', 'state', 'personId', 'until', 'recertifyDue', 'recertifiedAt', 'ownerId', 'requestId'],
  process,
  access,
}); // prettier-ignore
