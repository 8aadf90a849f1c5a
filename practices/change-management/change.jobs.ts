import { system } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { Problem } from '../../platform/http/problem.ts';
import { managers } from './change.fields.ts';
import { holdersOf } from './change.queries.ts';

const dayMs = 86_400_000;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/** A model that was not authorised again within its year authorises nothing any more; a month before, its owner is told. */
export const lapseModels = defineJob({
  name: 'change-models-lapse',
  cron: '20 1 * * *',
  run: async (house) => {
    const now = house.now();
    const due = await onConnection(house.pool, (tx) =>
      tx.run<{ id: string; ownerId: string | null; expiresOn: string; over: boolean }>(
        'change_models_due',
        `select m.id, r.owner_id as "ownerId", m.expires_on as "expiresOn", m.expires_on < $1::date as over
         from change_model m join record r on r.id = m.id
         where r.state = 'in_force' and m.expires_on <= $2::date order by m.id`,
        [day(now), day(now + 30 * dayMs)],
      ),
    );
    for (const { id, ownerId, expiresOn, over } of due) {
      const named = { type: 'change-model', id };
      await unlessRefused(house, async (work) => {
        if (over) await act(work, named, 'lapse', system(), { reason: '@change.reason.model_lapsed' });
        const people = await holdersOf(work, managers, now);
        await notify(work, {
          kind: 'change_model.due',
          recordId: id,
          personIds: [...people, ...(ownerId === null ? [] : [ownerId])],
          params: { on: expiresOn },
          key: `${id}:${expiresOn}:${over ? 'over' : 'due'}`,
        });
      });
    }
  },
});

/** The quarter that has ended is proposed with its figures; what they mean, a person says. Once, however often it runs. */
export const proposeTrends = defineJob({
  name: 'change-trends-propose',
  cron: '40 1 * * *',
  run: async (house) => {
    const today = Temporal.PlainDate.from(day(house.now()));
    const to = today.with({ day: 1, month: today.month - ((today.month - 1) % 3) });
    const from = to.subtract({ months: 3 });
    await unlessRefused(house, async (work) => {
      const [before] = await work.run(
        'change_trend_of_period',
        'select 1 from change_trend where period_from = $1::date and period_to = $2::date',
        [from.toString(), to.toString()],
      );
      const [any] = await work.run(
        'change_any_ended',
        'select 1 from change where ended_at is not null limit 1',
      );
      if (before || !any) return;
      const [owner] = await holdersOf(work, ['change-manager'], house.now());
      const trend = await create(work, 'change-trend', system(), {
        title: `${from.year} Q${Math.ceil(from.month / 3)}`,
        periodFrom: from.toString(),
        periodTo: to.toString(),
        ownerId: owner ?? null,
      });
      await notify(work, {
        kind: 'change_trend.proposed',
        recordId: trend.id,
        personIds: await holdersOf(work, managers, house.now()),
        key: trend.id,
      });
    });
  },
});

/** What refuses has moved on meanwhile; the next run sees it as it is then. */
async function unlessRefused(house: House, work: Parameters<typeof begin>[1]): Promise<void> {
  try {
    await begin(house, work);
  } catch (error) {
    if (!(error instanceof Problem && (error.status === 409 || error.status === 422))) throw error;
  }
}
