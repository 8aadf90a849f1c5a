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
    await turn();
    await turn();
  };
  return { batches, end, work };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('together', () => {
  test('who comes in the same turn of the event loop goes together, each with their own answer', async () => {
    const { batches, end, work } = byHand();
    const ask = together(work, { flights: 1, most: 10 });
    const first = [ask('a'), ask('b')];
    await turn();
    const then = ask('c');
    expect(batches).toEqual([['a', 'b']]);
    await end();
    expect(batches).toEqual([['a', 'b'], ['c']]);
    await end();
    expect(await Promise.all([...first, then])).toEqual(['A', 'B', 'C']);
  });

  test('nobody joins a run that has begun: what was committed before the question is in the answer', async () => {
    const { batches, end, work } = byHand();
    const ask = together(work, { flights: 1, most: 10 });
    const first = ask('a');
    await turn();
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
    await turn();
    await turn();
    expect(batches).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    for (let i = 0; i < 3; i += 1) await end();
    expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
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
