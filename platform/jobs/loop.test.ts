import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startLoop } from './loop.ts';

const never = 3_600_000;
const unexpected = (error: unknown) => {
  throw error;
};

test('it goes round at once while there is more, then rests until it is woken', async () => {
  let rounds = 0;
  const loop = startLoop({ everyMs: never, round: async () => (rounds += 1) < 3, failed: unexpected });
  await expect.poll(() => rounds).toBe(3);
  await sleep(20);
  expect(rounds).toBe(3);
  loop.wake();
  await expect.poll(() => rounds).toBe(4);
  await loop.close();
});

test('woken during a round it goes round again, for the news may have come after it looked', async () => {
  let rounds = 0;
  const loop = startLoop({
    everyMs: never,
    round: async () => {
      rounds += 1;
      await sleep(1);
      if (rounds === 1) loop.wake();
      return false;
    },
    failed: unexpected,
  });
  await expect.poll(() => rounds).toBe(2);
  await loop.close();
});

test.each([0, 30])(
  'closing waits for the round under way and for nothing else (after %i ms)',
  async (afterMs) => {
    let ended = false;
    const loop = startLoop({
      everyMs: never,
      round: () => sleep(15).then(() => ((ended = true), false)),
      failed: unexpected,
    });
    await sleep(afterMs);
    const before = Date.now();
    await loop.close();
    expect(ended).toBe(true);
    expect(Date.now() - before).toBeLessThan(1000);
  },
);

test('a failing round is tried again and again, more and more rarely, and does not keep it from closing', async () => {
  const failures: number[] = [];
  const loop = startLoop({
    everyMs: 5,
    round: () => Promise.reject(new Error('no')),
    failed: (_error, n) => failures.push(n),
  });
  await expect.poll(() => failures.length).toBeGreaterThan(3);
  expect(failures.slice(0, 3)).toEqual([1, 2, 3]);
  await loop.close();
  const { length } = failures;
  await sleep(30);
  expect(failures).toHaveLength(length);
});
