import type pg from 'pg';
import { randomUUIDv7 } from 'node:crypto';
import { get, bearer, call, type House } from './furnish.ts';
import { generator, latency, paired, quantile } from './generator.ts';
import type { Target } from './load.ts';
import { ms, named, rate, times, type Figure } from './report.ts';
import { seeded, frequent, makeTexts, middling, rare } from './vocabulary.ts';

export type Stage = {
  readonly port: number;
  readonly url: string;
  readonly sql: pg.Client;
  readonly house: House;
  readonly volume: number;
  /** Waits until the worker has done what follows from what was written. */
  readonly rest: () => Promise<void>;
};
type Case = (stage: Stage) => Promise<Figure[]>;

const http = (stage: Stage, requests: (Target & { kind: 'http' })['requests'], status = 200, token = stage.house.token): Target => ({
  kind: 'http', port: stage.port, token, requests, status,
}); // prettier-ignore
const path = `set search_path = servanda, public`;

/** Texts and references vary, so that neither side writes the same row again and again. */
export const creating: Case = async (stage) => {
  const { house, sql, url, volume } = stage;
  const { titles, bodies } = makeTexts();
  const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
  const requests = Array.from({ length: 500 }, (_, i) => ({
    method: 'POST',
    path: '/api/v1/incidents',
    body: {
      title: at(titles, i * 7).text, symptom: `${at(bodies, i * 11).text}\n${at(bodies, i * 13).text}`, channel: 'phone', impact: 1 + (i % 4), urgency: 1 + (i % 3),
      requesterId: at(house.people, i), serviceId: at(house.services, i), categoryId: at(house.categories, i), ci: `srv-${i}`, location: `Building ${i % 40}`,
    }, // prettier-ignore
  }));
  await sql.query(rawTables);
  const now = new Date().toISOString();
  const values = requests.map(({ body }, i) => [
    '{id}', 'incident', `RAW-${i}`, body.title, 'new', true, 3, body.serviceId, at(house.teams, i), body.requesterId, house.organisation, now,
    body.symptom, body.channel, body.categoryId, body.ci, body.location, JSON.stringify({ title: [null, body.title], symptom: [null, body.symptom] }), JSON.stringify({ rules: { matrix: 1 } }),
  ]); // prettier-ignore
  const raw: Target = { kind: 'sql', url, prepare: path, values, scenario: { transaction: rawInserts } };
  const found = await paired(http(stage, requests, 201), raw, { connections: 8, rounds: 5, seconds: 3 });
  return [
    {
      number: 1,
      what: 'creating an incident: clocks, trail, search entry',
      volume: named(volume),
      figure: rate(found.rate),
      raw: rate(found.rawRate),
      ratio: times(found.ratio),
      need: '≥ 1/3 of raw, aim 1/2',
      ok: found.ratio >= 1 / 3,
    },
  ];
};

const rawTables = `
  drop table if exists bench.raw_record, bench.raw_detail, bench.raw_event;
  create table bench.raw_record (id uuid primary key, type text not null, number text not null, title text not null, state text not null,
    open boolean not null, priority smallint, service_id uuid, team_id uuid, requester_id uuid, org_unit_id uuid, next_due timestamptz,
    occurred_at timestamptz, created_at timestamptz, updated_at timestamptz);
  create index on bench.raw_record (team_id, next_due, id);
  create table bench.raw_detail (id uuid primary key, symptom text, channel text, category_id uuid, ci text, location text, impact smallint, urgency smallint);
  create index on bench.raw_detail (category_id, id);
  create table bench.raw_event (seq bigint generated always as identity primary key, at timestamptz, record_id uuid, action text, actor_id uuid, changes jsonb, detail jsonb);
  create index on bench.raw_event (record_id, seq)`;
const rawInserts = [
  {
    text: 'insert into bench.raw_record values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)',
    take: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11, 11, 11],
  },
  { text: 'insert into bench.raw_detail values ($1,$2,$3,$4,$5,$6,3,2)', take: [0, 12, 13, 14, 15, 16] },
  {
    text: `insert into bench.raw_event (at, record_id, action, actor_id, changes, detail) values ($1,$2,'create',$3,$4,$5)`,
    take: [11, 0, 9, 17, 18],
  },
];

export const reading: Case = async (stage) => {
  const { rows } = await stage.sql.query<{ number: string }>(
    `select number from record where type = 'incident' order by md5(id::text) limit 3000`,
  );
  const numbers = rows.map((row) => row.number);
  const ours = http(
    stage,
    numbers.map((number) => get(`/api/v1/incidents/${number}`)),
  );
  const raw: Target = {
    kind: 'sql',
    url: stage.url,
    prepare: path,
    values: numbers.map((number) => [number]),
    scenario: { statement: 'select * from record where number = $1' },
  };
  const found = await paired(ours, raw, { connections: 8, rounds: 5, seconds: 2 });
  return [
    {
      number: 2,
      what: 'reading an incident: clocks, references, what may be done',
      volume: named(stage.volume),
      figure: rate(found.rate),
      raw: rate(found.rawRate),
      ratio: times(found.ratio),
      need: '≥ 1/5 of raw',
      ok: found.ratio >= 1 / 5,
    },
  ];
};

/** What the queue page asks for: the columns that it shows to who has chosen none. */
const queueColumns = ['number', 'title', 'priority', 'state', 'nextDue', 'serviceId', 'teamId', 'ownerId', 'requesterId', 'updatedAt'].join(','); // prettier-ignore

/** The busiest team: it has more than a page of open incidents at either volume. */
export const queue: Case = async (stage) => {
  const team = stage.house.teams[0] ?? '';
  const page = get(
    `/api/v1/incidents?filter%5Bopen%5D=true&filter%5BteamId%5D=${team}&sort=nextDue&limit=50&fields=${queueColumns}`,
  );
  const raw: Target = {
    kind: 'sql', url: stage.url, prepare: path, values: [[team]],
    scenario: { statement: `select * from record where type = 'incident' and open and team_id = $1 order by next_due, id limit 50` },
  }; // prettier-ignore
  const figures: Figure[] = [];
  for (const [who, token] of [
    ['desk lead', stage.house.token],
    ['engineer', stage.house.engineerToken],
  ] as const) {
    const found = await latency(http(stage, [page], 200, token), raw, { rounds: 5, count: 100 });
    const small = smallQueue.get(who);
    if (small === undefined) smallQueue.set(who, found.p50);
    const growth = small === undefined ? '' : `, ${times(found.p50 / small)} × 10 k`;
    const grown = small !== undefined && found.p50 / small > 1.5;
    figures.push({
      number: 3,
      what: `50 next-due open incidents of a team, as ${who}: p95`,
      volume: named(stage.volume),
      figure: `${ms(found.p95)} (p50 ${ms(found.p50)}${growth})`,
      raw: ms(found.rawP50),
      ratio: times(found.p50 / found.rawP50),
      need: `≤ 20 ms, ≤ 1.5 × 10 k`,
      ok: found.p95 <= 20 && !grown,
    });
  }
  const own = http(stage, [get('/api/v1/incidents?sort=-updatedAt&limit=50')], 200, stage.house.userToken);
  const found = await latency(own, raw, { rounds: 3, count: 50 });
  figures.push({
    number: 3,
    what: 'a user’s own incidents, latest first: p95',
    volume: named(stage.volume),
    figure: `${ms(found.p95)} (p50 ${ms(found.p50)})`,
    raw: '',
    ratio: '',
    need: '',
    ok: undefined,
  });
  return figures;
};
const smallQueue = new Map<string, number>();

export const searching =
  (after: string): Case =>
  async (stage) => {
    const figures: Figure[] = [];
    const { token, userToken } = stage.house;
    const wanted = [
      ['frequent English', frequent.english, token], ['frequent Chinese', frequent.chinese, token],
      ['rare English', rare.english, token], ['rare Chinese', rare.chinese, token],
      ['middling English', middling.english, token], ['middling Chinese', middling.chinese, token],
      ['user who sees only their own', middling.english, userToken],
    ] as const; // prettier-ignore
    for (const [what, word, who] of wanted) {
      const ours = http(stage, [get(`/api/v1/search?q=${encodeURIComponent(word)}`)], 200, who);
      const statement = `select r.id, r.number, r.title, r.state, r.updated_at from search_entry s join record r on r.id = s.record_id
        where s.words @@ to_tsquery('words', $1) order by r.id desc limit 20`;
      const raw: Target = {
        kind: 'sql',
        url: stage.url,
        prepare: path,
        values: [[`'${word}':*`]],
        scenario: { statement },
      };
      const found = await latency(ours, raw, { rounds: 3, count: 40 });
      figures.push({
        number: 4,
        what: `search, ${what} (${word})${after}: p95`,
        volume: named(stage.volume),
        figure: ms(found.p95),
        raw: ms(found.rawP95),
        ratio: times(found.p95 / found.rawP95),
        need: '≤ 50 ms',
        ok: found.p95 <= 50,
      });
    }
    return figures;
  };

/** Eight clients edit the same incident for some seconds: every edit must be there afterwards. */
export const hotRecord: Case = async (stage) => {
  const { sql, house, port, url } = stage;
  const base = `http://127.0.0.1:${port}`;
  const made = await call<{ id: string; number: string }>(base, bearer(house.token), 'POST', '/api/v1/incidents', {
    title: 'Hot', channel: 'phone', impact: 2, urgency: 2, requesterId: house.people[3], serviceId: house.services[0], categoryId: house.categories[0],
  }); // prettier-ignore
  const random = seeded(7);
  const requests = Array.from({ length: 100_000 }, (_, i) => ({
    method: 'PATCH',
    path: `/api/v1/incidents/${made.number}`,
    body: { location: `Desk ${i}-${random().toString(36).slice(2)}` },
  }));
  const before = await sql.query<{ n: number }>(
    `select deadlocks::int as n from pg_stat_database where datname = current_database()`,
  );
  const id = randomUUIDv7();
  await sql.query(
    `create table if not exists bench.raw_hot (id uuid primary key, version int, location text); insert into bench.raw_hot values ('${id}', 0, '')`,
  );
  const raw: Target = {
    kind: 'sql', url, prepare: path, values: [[id, 'Desk', JSON.stringify({ location: ['a', 'b'] })]],
    scenario: { transaction: [
      { text: 'select * from bench.raw_hot where id = $1 for no key update', take: [0] },
      { text: 'update bench.raw_hot set version = version + 1, location = $2 where id = $1', take: [0, 1] },
      { text: `insert into bench.raw_event (at, record_id, action, changes) values (now(), $1, 'edit', $2)`, take: [0, 2] },
    ] },
  }; // prettier-ignore
  await sql.query(
    `create table if not exists bench.raw_event (seq bigint generated always as identity primary key, at timestamptz, record_id uuid, action text, actor_id uuid, changes jsonb, detail jsonb)`,
  );
  const [ours, theirs] = [await generator(http(stage, requests), 8), await generator(raw, 8)];
  let edits = 0;
  const rounds: { ours: number; raw: number; p95: number }[] = [];
  for (let i = 0; i < 3; i += 1) {
    const mine = await ours.run({ seconds: 3 });
    const other = await theirs.run({ seconds: 3 });
    edits += mine.done;
    rounds.push({
      ours: mine.done / mine.seconds,
      raw: other.done / other.seconds,
      p95: quantile(mine.latenciesMs, 0.95),
    });
  }
  ours.stop();
  theirs.stop();
  const { rows } = await sql.query<{ version: number; events: number; deadlocks: number }>(
    `select r.version, (select count(*)::int from trail_event e where e.record_id = r.id) as events,
       (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks
     from record r where r.id = $1`,
    [made.id],
  );
  const kept = rows[0];
  const lost = edits + 1 - (kept?.version ?? 0);
  const deadlocks = (kept?.deadlocks ?? 0) - (before.rows[0]?.n ?? 0);
  const [mine, other] = [
    quantile(
      rounds.map((r) => r.ours),
      0.5,
    ),
    quantile(
      rounds.map((r) => r.raw),
      0.5,
    ),
  ];
  const whole = lost === 0 && deadlocks === 0 && kept?.events === kept?.version;
  return [
    {
      number: 6,
      what: `8 clients edit one incident: ${edits} edits, ${lost} lost, ${deadlocks} deadlocks`,
      volume: named(stage.volume),
      figure: `${rate(mine)}, p95 ${ms(
        quantile(
          rounds.map((r) => r.p95),
          0.5,
        ),
      )}`,
      raw: rate(other),
      ratio: times(mine / other),
      need: 'none lost, no deadlock',
      ok: whole,
    },
  ];
};
