import type pg from 'pg';

/**
 * A pool of a single connection, all in one transaction: whoever opens and ends transactions on it is inside the big
 * one. So a demo is there as a whole or not at all, nobody sees a half of it, and a process that is killed leaves nothing.
 */
export async function inOneTransaction<T>(pool: pg.Pool, work: (inside: pg.Pool) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const { inside, end } = poolOver(client);
  let broken: Error | undefined;
  try {
    await client.query('begin');
    // Lost with the machine would be lost as a whole, which is what a demo may be.
    await client.query('set local synchronous_commit = off');
    const result = await work(inside);
    await end();
    await client.query('commit');
    return result;
  } catch (error) {
    await end();
    await client.query('rollback').catch((failed: unknown) => {
      broken = failed instanceof Error ? failed : new Error(String(failed));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const bounds = new Set(['begin', 'commit', 'rollback']);

/** The few of a pool's methods that are used of one. A failed statement fails the whole transaction, as it must. */
function poolOver(client: pg.PoolClient): { inside: pg.Pool; end: () => Promise<unknown> } {
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  const query = (...given: [unknown, unknown[]?]) => {
    if (typeof given[0] === 'string' && bounds.has(given[0]))
      return Promise.resolve({ rows: [], rowCount: 0 });
    // Where one of several fails, the others learn of it by their next statement.
    if (ended) return Promise.reject(new Error('the transaction has ended'));
    // One after the other: a connection takes the next statement when it has answered the last.
    const turn = last.then(() => client.query(...(given as [string, unknown[]?])));
    last = turn.catch(() => undefined);
    return turn;
  };
  const connected = { query, release: () => {} };
  const inside = { query, connect: async () => connected, end: async () => {} } as unknown as pg.Pool;
  return {
    inside,
    end: () => {
      ended = true;
      return last;
    },
  };
}
