import { once } from 'node:events';
import type pg from 'pg';

/** What pg calls while a statement runs; its types know only the half of it. */
type Wire = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
};
type Complete = { readonly text: string };

const rowsOf = ({ text }: Complete) => Number(/\d+$/.exec(text)?.[0] ?? 0);
const nothing = () => undefined;

/**
 * `copy … to stdout`: passes every row on as it comes and answers how many there were. While `take` is busy the server
 * waits, so a table of any size needs no memory.
 */
export async function copyOut(
  client: pg.ClientBase,
  text: string,
  take: (row: Buffer) => Promise<void> | undefined,
): Promise<number> {
  let rows = 0;
  let failed: Error | undefined;
  await new Promise<void>((resolve, reject) => {
    submit(client, {
      submit: (wire: Wire) => wire.query(text),
      handleCopyData: ({ chunk }: { chunk: Buffer }, wire: Wire) => {
        // The parser uses its memory again.
        const busy = failed === undefined ? take(Buffer.from(chunk)) : undefined;
        if (!busy) return;
        wire.stream.pause();
        void busy
          .catch((error: unknown) => (failed ??= error instanceof Error ? error : new Error(String(error))))
          .finally(() => wire.stream.resume());
      },
      handleCommandComplete: (message: Complete) => (rows = rowsOf(message)),
      handleReadyForQuery: () => resolve(),
      handleError: reject,
      handleRowDescription: nothing,
      handleDataRow: nothing,
    });
  });
  if (failed !== undefined) throw failed;
  return rows;
}

/** `copy … from stdin`; answers how many rows were written. */
export async function copyIn(
  client: pg.ClientBase,
  text: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  let rows = 0;
  let failed: unknown;
  async function send(wire: Wire): Promise<void> {
    try {
      for await (const chunk of source) {
        wire.sendCopyFromChunk(chunk);
        if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain');
      }
      wire.endCopyFrom();
    } catch (error) {
      failed = error;
      wire.sendCopyFail('the source failed');
    }
  }
  await new Promise<void>((resolve, reject) => {
    submit(client, {
      submit: (wire: Wire) => wire.query(text),
      handleCopyInResponse: (wire: Wire) => void send(wire),
      handleCommandComplete: (message: Complete) => (rows = rowsOf(message)),
      handleReadyForQuery: () => resolve(),
      handleError: (error: Error) => reject(failed ?? error),
      handleRowDescription: nothing,
      handleDataRow: nothing,
    });
  });
  return rows;
}

function submit(client: pg.ClientBase, handlers: object): void {
  client.query(handlers as unknown as pg.Submittable);
}
