/**
 * Does `work` for one item, together with the items that others brought while `flights` runs were under way: a busy
 * server then pays round trip, executor and commit once for several. Nobody waits for company longer than the turn of the
 * event loop lasts in which they came: requests that arrive together are read in one turn, and sent one by one each
 * would fly alone. An item only ever joins a run that starts after it came, so a read sees all that was committed before
 * it was asked for.
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
  let called = false;

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
    await answer(queue.splice(0, most));
    flying -= 1;
    call();
  }

  /** One flight for each turn of the event loop: whoever comes in the same turn is still taken along. */
  function call(): void {
    if (called || flying >= flights || queue.length === 0) return;
    called = true;
    setImmediate(() => {
      called = false;
      void fly();
      call();
    });
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      call();
    });
}
