import { dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';

type Due = { readonly name: string; readonly type: string; readonly text: string; readonly action: string };

/** Licences whose last day is over cover nothing any more. */
const overLicences: Due = {
  name: 'licences_over',
  type: 'licence',
  text: `select l.id from licence l join record r on r.id = l.id
    where r.type = 'licence' and r.state = 'active' and l.valid_to < $1::date order by l.id`,
  action: 'expire',
};

/** Plans whose next task is to be there, as many days before as they say. */
const duePlans: Due = {
  name: 'plans_due',
  type: 'maintenance-plan',
  text: `select p.id from maintenance_plan p join record r on r.id = p.id
    where r.type = 'maintenance-plan' and r.state = 'active' and p.next_due_on - p.lead_days <= $1::date order by p.id`,
  action: 'generate',
};

/** Tasks whose day is over and that nobody has finished. */
const missedTasks: Due = {
  name: 'tasks_missed',
  type: 'maintenance-task',
  text: `select t.id from maintenance_task t join record r on r.id = t.id
    where r.type = 'maintenance-task' and r.open and t.missed_on is null and t.due_on < $1::date order by t.id`,
  action: 'miss',
};

/** Hourly, for the day ends at another hour in each zone. */
export const keepMaintenance = defineJob({
  name: 'maintenance-plans',
  cron: '7 * * * *',
  run: async (house) => {
    // A daily plan that leads by a month owes thirty tasks at once; each turn makes one of each plan.
    for (let turn = 0; turn < 60; turn += 1) if ((await actOnEach(house, duePlans)) === 0) break;
    await actOnEach(house, missedTasks);
  },
});

export const watchExpiry = defineJob({
  name: 'asset-expiry',
  cron: '20 * * * *',
  run: async (house) => {
    await actOnEach(house, overLicences);
    for (const ending of endings) await tellEnding(house, ending);
  },
});

type Ending = { readonly kind: string; readonly text: string; readonly days: readonly number[] };
const endings: readonly Ending[] = [
  {
    kind: 'asset.warranty_ending',
    days: [30],
    text: `select r.id, r.owner_id as "ownerId", t.warranty_until::text as date from asset t join record r on r.id = t.id
      where r.state in ('received', 'in_use', 'in_repair', 'in_stock') and r.owner_id is not null
        and t.warranty_until >= $1::date and t.warranty_until <= $1::date + $2::integer`,
  },
  {
    kind: 'asset.support_ending',
    days: [180, 30],
    text: `select r.id, r.owner_id as "ownerId", t.end_of_support::text as date from asset t join record r on r.id = t.id
      where r.state in ('received', 'in_use', 'in_repair', 'in_stock') and r.owner_id is not null
        and t.end_of_support >= $1::date and t.end_of_support <= $1::date + $2::integer`,
  },
  {
    kind: 'licence.expiring',
    days: [90, 30, 7],
    text: `select r.id, r.owner_id as "ownerId", t.valid_to::text as date from licence t join record r on r.id = t.id
      where r.state = 'active' and r.owner_id is not null
        and t.valid_to >= $1::date and t.valid_to <= $1::date + $2::integer`,
  },
];

/** Once per date and distance: a warranty that is prolonged is told again when its new end comes near. */
async function tellEnding(house: House, { kind, text, days }: Ending): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  type Row = { id: string; ownerId: string; date: string };
  for (const distance of days) {
    await begin(house, async (work) => {
      const rows = await work.run<Row>(`ending_${kind}`, text, [today, distance]);
      for (const { id, ownerId, date } of rows)
        await notify(work, {
          kind,
          recordId: id,
          personIds: [ownerId],
          params: { date },
          key: `${id}:${date}:${distance}`,
        });
    });
  }
}

/** Each in its own transaction: what one refuses (it changed meanwhile) keeps none of the others back. */
async function actOnEach(house: House, { name, type, text, action }: Due): Promise<number> {
  const today = dayIn(house.reference.settings, house.now());
  const due = await onConnection(house.pool, (tx) => tx.run<{ id: string }>(name, text, [today]));
  const failures: unknown[] = [];
  for (const { id } of due) {
    try {
      await begin(house, (work) => act(work, { type, id }, action, system()));
    } catch (error) {
      if (!(error instanceof Problem && error.status === 409)) failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${name}: ${failures.length} of ${due.length} failed`);
  return due.length;
}
