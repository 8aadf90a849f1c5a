import { dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { holdersOf } from '../../kernel/approval/eligible.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { dayOf, passed } from './nonconformity.sets.ts';

type Due = {
  readonly id: string;
  readonly ownerId: string | null;
  readonly warned: number;
  readonly createdAt: string;
  readonly plannedAt: string | null;
  readonly planDueOn: string | null;
  readonly dueOn: string | null;
};
const most = 500;
const waited = `r.state = 'waiting' and t.wait_until <= $1::date`;
const running = `r.open and t.actions_done_at is null and t.warned_percent < 100
  and least(t.plan_due_on, t.due_on) <= $1::date + 400`;

const those = (house: House, name: string, condition: string) =>
  onConnection(house.pool, (tx) =>
    tx.run<Due>(
      `nonconformities_${name}`,
      `select r.id, r.owner_id as "ownerId", t.warned_percent as warned, r.created_at as "createdAt", t.planned_at as "plannedAt",
         t.plan_due_on::text as "planDueOn", t.due_on::text as "dueOn"
       from nonconformity t join record r on r.id = t.id where ${condition} order by r.id limit ${most}`,
      [dayIn(house.reference.settings, house.now())],
    ),
  );

/** Waiting is over: the effect is looked at. Time passes: who is responsible is told at 50, 75 and 90 %, and when it is over. */
export async function watchThem(house: House): Promise<void> {
  for (const { id } of await those(house, 'waited', waited))
    await begin(house, (work) => act(work, { type: 'nonconformity', id }, 'begin_check', system()));
  for (const one of await those(house, 'running', running)) {
    const percent = passed(one, house.reference.settings, house.now());
    if (percent > one.warned) await begin(house, (work) => warn(work, one, percent));
  }
}

async function warn(work: Work, one: Due, percent: number): Promise<void> {
  const { id, ownerId } = one;
  await act(work, { type: 'nonconformity', id }, 'note_warned', system(), { percent });
  const over = percent >= 100;
  const leaders = over ? await holdersOf('sms-manager')(work, []) : [];
  await notify(work, {
    kind: over ? 'nonconformity.overdue' : 'nonconformity.time_passes',
    recordId: id,
    personIds: [...(ownerId === null ? [] : [ownerId]), ...leaders],
    params: { date: dayOf(one), percent },
  });
}

export const watchNonconformities = defineJob({
  name: 'nonconformities-due',
  cron: '41 * * * *',
  run: watchThem,
});
