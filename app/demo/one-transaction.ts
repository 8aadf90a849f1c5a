import pg from 'pg';

/**
 * A pool of a single connection, all in one transaction: whoever opens and ends transactions on it is inside the big
 * one. So a demo is there as a whole or not at all, nobody sees a half of it, and a process that is killed leaves nothing.
 * The connection is a pipeline: a statement goes out while those before it are still being worked on, so that neither
 * this process nor the database waits for the other.
 */
export async function inOneTransaction<T>(pool: pg.Pool, work: (inside: pg.Pool) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...pool.options, pipeline: true });
  // A connection that breaks fails what is under way on it; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  const { inside, end } = poolOver(client);
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
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

const bounds = new Set(['begin', 'commit', 'rollback']);

/** The few of a pool's methods that are used of one. A failed statement fails the whole transaction, as it must. */
function poolOver(client: pg.Client): { inside: pg.Pool; end: () => Promise<unknown> } {
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  const query = (...given: [unknown, unknown[]?]) => {
    if (typeof given[0] === 'string' && bounds.has(given[0]))
      return Promise.resolve({ rows: [], rowCount: 0 });
    // Where one of several fails, the others learn of it by their next statement.
    if (ended) return Promise.reject(new Error('the transaction has ended'));
    const answer = client.query(...(given as [string, unknown[]?]));
    // They are answered in the order in which they were sent.
    last = answer.catch(() => undefined);
    return answer;
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
