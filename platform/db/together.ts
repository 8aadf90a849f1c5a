/**
 * Does `work` for one item, together with the items that others brought while `flights` runs were under way: a busy
 * server then pays round trip, executor and commit once for several. Nobody waits for company: an item that finds a
 * free flight goes at once. An item only ever joins a run that starts after it came, so a read sees all that was
 * committed before it was asked for.
 *
 * A run of several that fails is repeated one by one, so that everybody gets the error of their own item; `work` must
 * therefore leave nothing behind when it fails.
 */
export function together<K, V>(
  work: (items: readonly K[]) => Promise<readonly V[]>,
  { flights, most }: { flights: number; most: number },
): (item: K) => Promise<V> {
  type Waiting = { item: K; resolve: (value: V) => void; reject: (error: unknown) => void };
  const queue: Waiting[] = [];
  let flying = 0;

  async function answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const values = await work(batch.map(({ item }) => item));
      if (values.length !== batch.length)
        throw new Error(`${values.length} answers to ${batch.length} items`);
      batch.forEach(({ resolve }, i) => resolve(values[i] as V));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await answer([one]);
    }
  }

  async function fly(): Promise<void> {
    flying += 1;
    while (queue.length > 0) await answer(queue.splice(0, most));
    flying -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      if (flying < flights) void fly();
    });
}
