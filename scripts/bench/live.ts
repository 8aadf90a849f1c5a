import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './cases.ts';
import { bearer, call, get } from './furnish.ts';
import { generator, median } from './generator.ts';
import { memoryOf, type Plant } from './plant.ts';
import { ms, rate, type Figure } from './report.ts';

const streams = 2000;
const atOnce = 100;
const mostMiB = 400;

type Open = { readonly socket: Socket; readonly hears: (word: string) => Promise<number> };

/** One page that listens: it keeps what came, so that news are found which arrive before their number is known. */
async function listen(port: number, token: string): Promise<Open> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let text = '';
  let wanted: { word: string; resolve: (at: number) => void } | undefined;
  const opened = new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.setEncoding('latin1').on('data', (chunk) => {
      text = (text + String(chunk)).slice(-20_000);
      if (text.startsWith('HTTP/1.1') && !text.startsWith('HTTP/1.1 200'))
        reject(new Error(text.slice(0, 80)));
      resolve();
      if (wanted && text.includes(wanted.word)) wanted.resolve(performance.now());
    });
  });
  socket.write(
    `GET /api/v1/stream HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\n\r\n`,
  );
  await opened;
  const hears = (word: string) =>
    new Promise<number>((resolve) => {
      wanted = { word, resolve };
      if (text.includes(word)) resolve(performance.now());
    });
  return { socket, hears };
}

/** As many open pages as a large organisation has in the morning; a new incident reaches all of them. */
export async function listening({ port, house, server }: Stage & Pick<Plant, 'server'>): Promise<Figure[]> {
  const base = `http://127.0.0.1:${port}`;
  const before = memoryOf(server)?.now ?? Number.NaN;
  const open: Open[] = [];
  try {
    while (open.length < streams) {
      const tokens = Array.from({ length: atOnce }, (_, i) =>
        i % 2 === 0 ? house.token : house.engineerToken,
      );
      open.push(...(await Promise.all(tokens.map((token) => listen(port, token)))));
    }
    const took: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now();
      const { number } = await call<{ number: string }>(base, bearer(house.token), 'POST', '/api/v1/incidents', {
        title: `Heard by all ${round}`, symptom: 'x', channel: 'phone', requesterId: house.people[round],
      }); // prettier-ignore
      const none = sleep(20_000).then(() => Number.NaN);
      const heard = await Promise.all(open.map(({ hears }) => Promise.race([hears(`"${number}"`), none])));
      if (heard.some((at) => Number.isNaN(at)))
        throw new Error(
          `${heard.filter(Number.isNaN).length} of ${streams} streams did not hear of ${number}`,
        );
      took.push(heard.reduce((last, at) => Math.max(last, at), 0) - began);
    }
    const { now = Number.NaN } = memoryOf(server) ?? {};
    return [
      {
        number: 13,
        volume: '',
        what: `${streams.toLocaleString('en')} live connections on one process: memory`,
        figure: `${Math.round(now)} MiB (${Math.round(before)} without)`,
        raw: '',
        ratio: '',
        need: `< ${mostMiB} MiB`,
        ok: now < mostMiB,
      },
      {
        number: 13,
        volume: '',
        what: 'a new incident, sent until the last of them has heard',
        figure: ms(median(took)),
        raw: '',
        ratio: '',
        need: '',
        ok: undefined,
      },
    ];
  } finally {
    for (const { socket } of open) socket.destroy();
  }
}

/** The status page as strangers ask for it, while nothing happens to the services. */
export async function statusPage({ port, house }: Stage): Promise<Figure[]> {
  const base = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${base}/api/v1/status`, {
    method: 'PATCH',
    headers: { ...bearer(house.token), 'content-type': 'application/json' },
    body: JSON.stringify({ public: true }),
  });
  if (!answer.ok) throw new Error(`the status page stays closed: ${answer.status} ${await answer.text()}`);
  const stranger = await generator(
    { kind: 'http', port, token: undefined, requests: [get('/api/v1/status')], status: 200 },
    16,
  );
  try {
    await stranger.run({ seconds: 2 });
    const rounds: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const { done, seconds } = await stranger.run({ seconds: 2 });
      rounds.push(done / seconds);
    }
    const found = median(rounds);
    return [
      {
        number: 14,
        volume: '',
        what: 'status page from cache, asked by strangers',
        figure: rate(found),
        raw: '',
        ratio: '',
        need: '≥ 5,000/s',
        ok: found >= 5000,
      },
    ];
  } finally {
    stranger.stop();
  }
}
