// The load generator, a process of its own: it shares no event loop with the server it measures. Its parent sends one
// set of connections to open, then `run` for each round; closed loop, every connection sends when it has its answer.
// HTTP is spoken on plain sockets, as wrk does, so that the generator takes no more of the two cores than pg does.
import { connect, type Socket } from 'node:net';
import pg from 'pg';
import { randomUUIDv7 } from 'node:crypto';

export type Request = { readonly method: string; readonly path: string; readonly body?: unknown };
export type Target =
  | {
      readonly kind: 'http';
      readonly port: number;
      /** Undefined for a stranger. */
      readonly token: string | undefined;
      readonly requests: readonly Request[];
      readonly status: number;
    }
  | {
      readonly kind: 'sql';
      readonly url: string;
      readonly prepare?: string;
      readonly scenario: Scenario;
      readonly values: readonly (readonly unknown[])[];
    };
export type Open = { readonly open: Target; readonly connections: number };
export type Run = { readonly run: { readonly seconds?: number; readonly count?: number } };
export type Ran = {
  readonly done: number;
  readonly seconds: number;
  readonly latenciesMs: readonly number[];
};

/** A prepared statement per connection; `{id}` in a transaction's values is a new UUIDv7. */
export type Scenario =
  | { readonly statement: string }
  | { readonly transaction: readonly { readonly text: string; readonly take: readonly number[] }[] };

type Once = (n: number) => Promise<void>;

let workers: Once[] = [];
let sent = 0;

async function open({ open: target, connections }: Open): Promise<void> {
  workers = await Promise.all(
    Array.from({ length: connections }, () =>
      target.kind === 'http' ? httpWorker(target) : sqlWorker(target),
    ),
  );
}

async function run({ seconds = Infinity, count = Infinity }: Run['run']): Promise<Ran> {
  const latenciesMs: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  let left = count;
  await Promise.all(
    workers.map(async (once) => {
      while (left > 0 && performance.now() < until) {
        left -= 1;
        const from = performance.now();
        await once((sent += 1));
        latenciesMs.push(performance.now() - from);
      }
    }),
  );
  return { done: latenciesMs.length, seconds: (performance.now() - began) / 1000, latenciesMs };
}

async function httpWorker({ port, token, requests, status }: Target & { kind: 'http' }): Promise<Once> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const who = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
  const encoded = requests.map(({ method, path, body }) => {
    const json = body === undefined ? '' : JSON.stringify(body);
    const about =
      body === undefined
        ? ''
        : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n`;
    return Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${who}${about}\r\n${json}`);
  });
  const next = responses(socket);
  return async (n) => {
    const answer = next();
    socket.write(encoded[n % encoded.length] ?? Buffer.alloc(0));
    const { head, body } = await answer;
    if (Number(head.slice(9, 12)) !== status)
      throw new Error(`${requests[n % requests.length]?.path}: ${head.slice(0, 80)} ${body()}`);
  };
}

/** Answers one after the other; each must tell its length, as the API's do. */
function responses(socket: Socket) {
  let chunks: Buffer[] = [];
  let size = 0;
  let needed = Infinity;
  let head = '';
  let waiting:
    | { resolve: (answer: { head: string; body: () => string }) => void; reject: (error: Error) => void }
    | undefined;
  const fail = (error: Error) => waiting?.reject(error);
  socket.on('error', fail).on('close', () => fail(new Error('the server closed the connection')));
  socket.on('data', (chunk) => {
    if (typeof chunk === 'string') return;
    chunks.push(chunk);
    size += chunk.length;
    if (needed === Infinity) {
      const all = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      if (end < 0) return;
      head = all.toString('latin1', 0, end);
      const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
      if (length === undefined) return fail(new Error(`no content-length: ${head}`));
      needed = end + 4 + Number(length);
    }
    if (size < needed) return;
    const received = chunks;
    waiting?.resolve({ head, body: () => Buffer.concat(received).toString('utf8').slice(-2000) });
    [chunks, size, needed] = [[], 0, Infinity];
  });
  return () =>
    new Promise<{ head: string; body: () => string }>((resolve, reject) => {
      waiting = { resolve, reject };
    });
}

async function sqlWorker({ url, prepare, scenario, values }: Target & { kind: 'sql' }): Promise<Once> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  if (prepare !== undefined) await client.query(prepare);
  const filled = (n: number) => {
    const id = randomUUIDv7();
    return (values[n % values.length] ?? []).map((value) => (value === '{id}' ? id : value));
  };
  if ('statement' in scenario) {
    return async (n) =>
      void (await client.query({ name: 'only', text: scenario.statement, values: filled(n) }));
  }
  return async (n) => {
    const all = filled(n);
    await client.query('begin');
    for (const [i, { text, take }] of scenario.transaction.entries())
      await client.query({ name: `s${i}`, text, values: take.map((at) => all[at]) });
    await client.query('commit');
  };
}

process.on('message', (message: Open | Run) => {
  const work: Promise<unknown> = 'open' in message ? open(message) : run(message.run);
  work.then(
    (result) => process.send?.({ result: result ?? null }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
