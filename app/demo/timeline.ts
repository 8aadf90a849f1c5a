import type { Demo } from './context.ts';

/** Something that goes on beside others: it says when its next act happens, and does it when everything before has happened. */
export type Life = AsyncGenerator<number, void, void>;

/**
 * Tells lives that meet one another in the order in which things happened: a board decides on what waits on that day, a
 * freeze holds back what comes after it. What would happen after `until` has not happened yet.
 */
export async function inOrder(demo: Demo, lives: readonly Life[]): Promise<void> {
  const waiting: { at: number; n: number; life: Life }[] = [];
  const next = async (life: Life, n: number) => {
    const { value, done } = await life.next();
    if (done !== true && value <= demo.until) insert(waiting, { at: value, n, life });
  };
  for (const [n, life] of lives.entries()) await next(life, n);
  for (let first = waiting.pop(); first !== undefined; first = waiting.pop()) await next(first.life, first.n);
}

/** The earliest stands last; of equal ones the one that was named first. */
function insert<T extends { at: number; n: number }>(list: T[], item: T): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other && (other.at > item.at || (other.at === item.at && other.n > item.n))) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, item);
}
