// Replays a generated log, shaped like an export of ServiceNow: six or seven events an incident, over a month.
import { servers } from '../../app/practices.ts';
import { system } from '../../kernel/access/actor.ts';
import { openHouse } from '../../kernel/practice/open-house.ts';
import { begin } from '../../kernel/record/act.ts';
import { replayHistories, type History, type HistoryStep } from '../../kernel/record/replay-history.ts';
import { Database } from '../../platform/db/db.ts';
import { createLog } from '../../platform/log/log.ts';
import type { House } from './furnish.ts';
import { makeTexts, seeded } from './vocabulary.ts';

type Given = { url: string; house: House; source: string };
const incidents = 5000;
const batch = 200;

process.once('message', (given: Given) => {
  void run(given).then((found) => process.send?.(found, () => process.exit(0)));
});

async function run({ url, house, source }: Given) {
  const log = createLog({ level: 'warn', production: false });
  const db = new Database({ url, schema: 'servanda', role: 'servanda_app', log });
  const open = await openHouse({ pool: db.pool, servers });
  const histories = makeLog(house);
  const replay = async (some: readonly History[]) => {
    const replayed = await begin(open, (work) =>
      replayHistories(work, 'incident', source, some, system('import')),
    );
    return replayed.reduce((sum, r) => sum + r.events, 0);
  };
  await replay(histories.splice(0, batch));
  const began = performance.now();
  let events = 0;
  while (histories.length > 0) events += await replay(histories.splice(0, batch));
  const seconds = (performance.now() - began) / 1000;
  await db.destroy();
  return { events, seconds, memory: process.memoryUsage().rss / 2 ** 20 };
}

function makeLog({ people, teams, services, categories }: House): History[] {
  const random = seeded(498);
  const { titles, bodies } = makeTexts();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const start = Date.now() - 40 * 86_400_000;
  return Array.from({ length: incidents }, (_, i) => {
    let at = start + Math.floor(random() * 30 * 86_400_000);
    const told = {
      title: pick(titles).text, symptom: pick(bodies).text, channel: 'phone', serviceId: pick(services), categoryId: pick(categories),
      requesterId: pick(people), impact: 1 + Math.floor(random() * 4), urgency: 1 + Math.floor(random() * 3),
    }; // prettier-ignore
    const steps: HistoryStep[] = [];
    const add = (state: string, set: Readonly<Record<string, unknown>>) => {
      steps.push({
        event: String(steps.length),
        at,
        actorId: pick(people),
        state,
        set,
        source: { row: i * 7 + steps.length, state },
      });
      at += 60_000 + Math.floor(random() * 86_400_000);
    };
    add('new', told);
    add('assigned', { ...told, teamId: pick(teams) });
    add('in_progress', { ownerId: pick(people) });
    if (random() < 0.5) add('pending_customer', { pendingReason: 'information' });
    if (steps.at(-1)?.state === 'pending_customer') add('in_progress', { pendingReason: null });
    if (random() < 0.5) add('in_progress', { teamId: pick(teams), ownerId: pick(people) });
    add('resolved', {
      resolution: pick(bodies).text,
      resolutionCode: 'fixed',
      causeClass: 'software',
      ci: 'none',
      resolvedAt: new Date(at).toISOString(),
      endedAt: new Date(at).toISOString(),
    });
    add('closed', { closureCode: 'no_answer' });
    return { sourceRef: `LOG${String(i).padStart(7, '0')}`, createdBy: null, steps };
  });
}
