import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { onConnection } from '../../platform/db/tx.ts';
import { system } from '../access/actor.ts';
import type { BaseRecord } from '../record/base.ts';
import { lockRecord } from '../record/store.ts';
import { typeNamed } from '../practice/house.ts';
import { testHouse } from '../testing/house.ts';
import { probes } from '../testing/probe.ts';
import { clockAt } from './apply.ts';
import { clocksFromTrail } from './from-trail.ts';
import { recomputeAll } from './recompute.ts';
import { tickRecord } from './tick.ts';

const { server, promise, tables } = probes();
const { house, owner, create, act, at } = await testHouse([server]);
const software = system();
const calendarIds: string[] = [];
const agreementIds: string[] = [];

beforeAll(async () => {
  await tables(owner);
  const day = [['09:00', '12:00'], ['13:30', '18:00']]; // prettier-ignore
  const always = [['00:00', '24:00']];
  const week = (hours: string[][], ...extra: string[]) =>
    Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', ...extra].map((d) => [d, hours]));
  for (const [zone, weekly] of [
    ['Asia/Shanghai', week(day)],
    ['UTC', week(always, 'sat', 'sun')],
  ] as const) {
    calendarIds.push((await create('calendar', software, { title: zone, zone, weekly })).id);
  }
  for (const title of ['A', 'B']) agreementIds.push((await create('team', software, { title })).id);
});

type Doing =
  | { readonly kind: 'act'; readonly action: string }
  | { readonly kind: 'priority'; readonly priority: number }
  | {
      readonly kind: 'agreement';
      readonly agreement: number;
      readonly calendar: number;
      readonly minutes: number | null;
      readonly recount: boolean;
    }
  | { readonly kind: 'tick' };
const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('wait', 'resume', 'finish', 'reopen', 'update', 'comment')
      .map((action): Doing => ({ kind: 'act', action })),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 3 }).map((priority): Doing => ({ kind: 'priority', priority })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('agreement' as const),
      agreement: fc.nat(1),
      calendar: fc.nat(1),
      minutes: fc.option(fc.integer({ min: 10, max: 900 })),
      recount: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Doing>({ kind: 'tick' }) },
);
const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), doing), { minLength: 1, maxLength: 14 });

async function live(record: BaseRecord, what: Doing, state: string): Promise<string> {
  switch (what.kind) {
    case 'tick':
      await tickRecord(house, record);
      return state;
    case 'priority':
      return (await act(record, 'edit', software, { priority: what.priority })).state;
    case 'agreement':
      promise.now =
        what.minutes === null
          ? null
          : {
              agreementId: agreementIds[what.agreement] ?? '',
              agreementVersion: 1 + what.agreement,
              calendarId: calendarIds[what.calendar] ?? '',
              minutes: { 1: what.minutes, 2: what.minutes * 3 },
            };
      if (what.recount) await recomputeAll(house, ['agreement']);
      return state;
    case 'act': {
      const allowed = {
        open: ['wait', 'finish', 'update', 'comment'],
        waiting: ['resume', 'finish', 'update', 'comment'],
        done: ['reopen', 'comment'],
      }[state];
      if (!allowed?.includes(what.action)) return state;
      const input =
        { update: { note: 'x' }, comment: { comment: 'We are at it', public: true } }[what.action] ?? {};
      return (await act(record, what.action, software, input)).state;
    }
  }
}

test(
  'replayed from the trail alone, each clock is the stored one, whatever the order of pauses, priority and agreement changes',
  { timeout: 120_000 },
  async () => {
    const type = typeNamed(house, 'probe');
    let now = Date.parse('2026-02-09T00:00:00Z');
    const pass = (minutes: number) => at(new Date((now += minutes * 60_000)).toISOString());
    await fc.assert(
      fc.asyncProperty(history, fc.nat(300), async (steps, agoMinutes) => {
        pass(60);
        const record = await create('probe', software, {
          title: 'Probe',
          priority: 2,
          occurredAt: new Date(now - agoMinutes * 60_000).toISOString(),
        });
        let state = record.state;
        for (const [minutes, what] of steps) {
          pass(minutes);
          state = await live(record, what, state);
        }
        pass(30);
        await tickRecord(house, record);
        await onConnection(house.pool, async (tx) => {
          const stored = await lockRecord(tx, type, { id: record.id });
          const replayed = await clocksFromTrail(tx, house.reference, type, record.id, now);
          expect(replayed).toEqual(stored?.clocks.map((clock) => clockAt(house.reference, clock, now)));
          // The row is a cache of that replay: what it says without being counted on is the same too.
          const said = (clocks: typeof replayed) =>
            clocks.map(({ name, status, target, breachedAt, cycles, missed, warned, moves }) => ({
              name,
              status,
              target,
              breachedAt,
              cycles,
              missed,
              warned,
              moves,
            }));
          expect(said(replayed)).toEqual(said([...(stored?.clocks ?? [])]));
        });
        // Out of the sweep's way.
        if (state !== 'done') await act(record, 'finish', software);
      }),
      { numRuns: 60 },
    );
  },
);
