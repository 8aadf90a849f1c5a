import { describe, expect, test } from 'vitest';
import { together } from './together.ts';

/** Work that is ended by hand, and notes what went together. */
function byHand(answer: (item: string) => string = (item) => item.toUpperCase()) {
  const batches: string[][] = [];
  const ends: (() => void)[] = [];
  const work = async (items: readonly string[]) => {
    batches.push([...items]);
    await new Promise<void>((resolve) => ends.push(resolve));
    return items.map(answer);
  };
  const end = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { batches, end, work };
}

describe('together', () => {
  test('the first goes at once, those who come meanwhile go together, each with their own answer', async () => {
    const { batches, end, work } = byHand();
    const ask = together(work, { flights: 1, most: 10 });
    const answers = Promise.all([ask('a'), ask('b'), ask('c')]);
    expect(batches).toEqual([['a']]);
    await end();
    expect(batches).toEqual([['a'], ['b', 'c']]);
    await end();
    expect(await answers).toEqual(['A', 'B', 'C']);
  });

  test('nobody joins a run that has begun: what was committed before the question is in the answer', async () => {
    const { batches, end, work } = byHand();
    const ask = together(work, { flights: 1, most: 10 });
    const first = ask('a');
    await Promise.resolve();
    const second = ask('b');
    expect(batches).toEqual([['a']]);
    await end();
    await end();
    expect(await Promise.all([first, second])).toEqual(['A', 'B']);
  });

  test('as many at once as there are flights, and no more in one than is allowed', async () => {
    const { batches, end, work } = byHand();
    const ask = together(work, { flights: 2, most: 2 });
    const answers = Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask));
    expect(batches).toEqual([['a'], ['b']]);
    for (let i = 0; i < 4; i += 1) await end();
    expect(batches).toEqual([['a'], ['b'], ['c', 'd'], ['e']]);
    expect(await answers).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  test('one that fails does not take the others with it', async () => {
    const work = async (items: readonly string[]) => {
      await Promise.resolve();
      if (items.includes('bad')) throw new Error('bad is bad');
      return items;
    };
    const ask = together(work, { flights: 1, most: 10 });
    const answers = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(ask));
    expect(answers.map((a) => (a.status === 'fulfilled' ? a.value : String(a.reason)))).toEqual([
      'a',
      'b',
      'Error: bad is bad',
      'c',
    ]);
  });
});
