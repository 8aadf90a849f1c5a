import { dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { holdersOn } from '../../kernel/directory/holders.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { readRecord } from '../../kernel/record/store.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { figureOf } from './figures.ts';
import type { Objective } from './objective.fields.ts';
import { objective } from './objective.record.ts';
import { periodsUntil } from './periods.ts';
import { keptOf } from './value.store.ts';

/** Each period that is over is kept as the figures say it then; what is entered is asked for. */
export const keepValues = defineJob({
  name: 'objective-values',
  cron: '29 * * * *',
  run: async (house) => {
    const numbers = await onConnection(house.pool, (tx) =>
      tx.run<{ number: string }>('objectives_active', `select number from record where type = 'objective' and state = 'active' order by id`));
    for (const { number } of numbers) await keepOne(house, number);
    await tellDue(house);
  },
}); // prettier-ignore

async function keepOne(house: House, number: string): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  const zone = house.reference.settings.get(homeZone).value;
  const missing = await onConnection(house.pool, async (tx) => {
    const stored = await readRecord(tx, objective, number);
    if (!stored) return [];
    const one = stored.record as Objective;
    const kept = new Set((await keptOf(tx, one.id)).map(({ from }) => from));
    const over = periodsUntil(one, today).filter(({ from, to }) => to < today && !kept.has(from));
    const found = [];
    for (const period of over)
      found.push({ one, period, figure: one.source === 'kpi' ? await figureOf(tx, house, one, period, zone) : undefined });
    return found;
  });
  for (const { one, period, figure } of missing)
    await begin(house, async (work) => {
      if (figure) {
        await act(work, { type: 'objective', id: one.id }, 'take_value', system(), {
          periodFrom: period.from,
          value: figure.value,
          n: figure.n,
        }).catch(alreadyThere);
      } else if (one.ownerId !== null)
        await notify(work, {
          kind: 'objective.value_due', recordId: one.id, personIds: [one.ownerId], params: { date: period.to }, key: `${one.id}:${period.from}`,
        });
    });
} // prettier-ignore

/** Another process was faster. */
function alreadyThere(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}

async function tellDue(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    const leaders = await holdersOn(work, ['sms-manager'], today);
    const rows = await work.run<{ id: string; ownerId: string | null; date: string }>(
      'objectives_due',
      `select r.id, r.owner_id as "ownerId", t.due_on::text as date from objective t join record r on r.id = t.id
       where r.state = 'active' and t.due_on <= $1::date + 14 order by r.id`,
      [today],
    );
    for (const { id, ownerId, date } of rows)
      await notify(work, {
        kind: 'objective.due', recordId: id, personIds: [...(ownerId === null ? [] : [ownerId]), ...leaders], params: { date }, key: `${id}:${date}`,
      });
  });
} // prettier-ignore
