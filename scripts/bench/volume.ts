import pg from 'pg';
import { connection } from '../../platform/db/connection.ts';
import type { House } from './furnish.ts';
import { makeTexts, rare, type Text } from './vocabulary.ts';
import { words } from '../../kernel/search/words.ts';

/**
 * Volume for the benchmark, and for nothing else: rows as `act` would have left them, written by set-based SQL behind
 * its back, because a million acts take an hour. What differs: due instants are counted around the clock, a trail has
 * the acts that move a record's state only, and it is passed over by its subscribers and its seal. Incident `i` is
 * always the same one.
 */
const hostCount = 20_000;
const tables = ['record', 'incident', 'clock', 'search_entry', 'trail_event'] as const;
/** From here on it is faster to make the indexes anew. */
const bulk = 100_000;

/** What every seeding refers to: the texts with their word vectors, and the ids by number. */
export async function prepareVolume(sql: pg.Client, house: House): Promise<void> {
  const texts = makeTexts();
  const hosts: Text[] = Array.from({ length: hostCount }, (_, n) => {
    const text = `srv-${String(n).padStart(5, '0')}`;
    return { n, text, words: words(text) };
  });
  await sql.query('create schema if not exists bench');
  for (const [name, list] of Object.entries({ title: texts.titles, body: texts.bodies, host: hosts })) {
    await sql.query(
      `create table bench.${name} (n int primary key, text text not null, words tsvector not null)`,
    );
    await sql.query(
      `insert into bench.${name} select (e->>0)::int, e->>1, to_tsvector('words', e->>2) from jsonb_array_elements($1::jsonb) e`,
      [JSON.stringify(list.map((t) => [t.n, t.text, t.words]))],
    );
  }
  for (const [name, ids] of Object.entries({
    team: house.teams,
    service: house.services,
    person: house.people,
    category: house.categories,
  })) {
    await sql.query(`create table bench.${name} (n int primary key, id uuid not null)`);
    await sql.query(
      `insert into bench.${name} select n - 1, id from unnest($1::uuid[]) with ordinality x(id, n)`,
      [ids],
    );
  }
  await sql.query(
    'analyze bench.title, bench.body, bench.host, bench.team, bench.service, bench.person, bench.category',
  );
}

/**
 * Incidents `from` … `to - 1`. Ids and instants run over three years in the order of i, whatever is seeded when. `notes`: as many
 * events besides in the trail of each, as comments leave them.
 */
export async function addVolume(
  url: string,
  sql: pg.Client,
  house: House,
  from: number,
  to: number,
  notes = 0,
): Promise<void> {
  const second = new pg.Client(connection({ url, schema: 'servanda' }));
  await second.connect();
  try {
    for (const client of [sql, second]) {
      // Foreign keys are not checked: the ids come from bench.*, which came from the API.
      await client.query(
        `set session_replication_role = replica; set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set synchronous_commit = off`,
      );
    }
    await sql.query('drop table if exists bench.plan');
    await sql.query(plan(house, from, to));
    await sql.query('analyze bench.plan');
    const dropped = to - from >= bulk ? await dropIndexes(sql) : [];
    await Promise.all([each(sql, inserts.slice(0, 4), house), each(second, inserts.slice(4), house)]);
    if (notes > 0) await run(sql, [noted(notes)]);
    const half = Math.ceil(dropped.length / 2);
    await Promise.all([run(sql, dropped.slice(0, half)), run(second, dropped.slice(half))]);
    await sql.query(
      `select setval('number_incident', (select max(substr(number, 5)::bigint) from record where type = 'incident'))`,
    );
    await sql.query('drop table bench.plan');
    await passedOver(sql);
    for (const client of [sql, second])
      await client.query('reset all').then(() => client.query('set search_path = servanda, public'));
    if (to - from >= bulk || from === 0)
      await Promise.all([
        run(sql, ['vacuum analyze record', 'vacuum analyze incident', 'vacuum analyze search_entry']),
        run(second, ['vacuum analyze clock', 'vacuum analyze trail_event']),
      ]);
    if (to - from >= bulk) await sql.query('checkpoint');
  } finally {
    await second.end();
  }
}

/** The worker seals meanwhile: what it has just sealed is passed over at the next try. */
async function passedOver(sql: pg.Client): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      for (const statement of passOver) await sql.query(statement);
      return;
    } catch (error) {
      if (tries === 5 || !(error instanceof pg.DatabaseError) || error.code !== '23505') throw error;
    }
  }
}

async function each(client: pg.Client, statements: readonly ((house: House) => string)[], house: House) {
  await run(
    client,
    statements.map((statement) => statement(house)),
  );
}

async function run(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    const began = performance.now();
    await client.query(statement);
    if (process.env['BENCH_VERBOSE'])
      console.log(
        `    ${((performance.now() - began) / 1000).toFixed(1)} s  ${statement.trim().split('\n')[0]?.slice(0, 100)}`,
      );
  }
}

/** Answers how to make them again. Primary keys stay: ids come in order. */
async function dropIndexes(sql: pg.Client): Promise<string[]> {
  const { rows } = await sql.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisprimary
     order by md5(i.indexrelid::regclass::text)`,
    [tables],
  );
  for (const { name } of rows) await sql.query(`drop index ${name}`);
  return rows.map((row) => row.definition);
}

/** The worker would spend the whole run on notifying, escalating and sealing what never happened. */
const passOver = [
  `update trail_cursor set (txid, seq) = (select txid, seq from trail_event order by txid desc, seq desc limit 1)`,
  `insert into trail_seal (batch, seqs, digests, previous, hash, last_txid, last_seq)
   select coalesce((select max(batch) from trail_seal), 0) + 1, '{}', '', '', '', txid, seq from trail_event order by txid desc, seq desc limit 1`,
];

const day = 86_400_000;

/** A number from 0 to below `n` that depends on the incident and on what it is for. */
const drawn = (what: number, n: number | string) =>
  `((hashint8extended(i, ${what}) & 1073741823) % ${n})::int`;

const plan = (house: House, from: number, to: number) => `
  create unlogged table bench.plan as
  with base as (
    select i, t0 + (i * (${3 * 365 * day}::bigint - 7200000) / 1000000) as ms, i % 10 < 7 as english,
      ${drawn(1, 1000)} as state_at, ${drawn(2, 100)} as priority_at, md5('incident' || i) as hash
    from generate_series(${from}::bigint, ${to - 1}) i, (select ${Date.now() - 3 * 365 * day}::bigint as t0) t
  ), decided as (
    select *, state_at < 50 as open,
      case when state_at < 5 then 'new' when state_at < 18 then 'assigned' when state_at < 42 then 'in_progress'
           when state_at < 50 then 'pending_customer' when state_at < 90 then 'resolved' else 'closed' end as state,
      case when priority_at < 3 then 1 when priority_at < 15 then 2 when priority_at < 65 then 3 else 4 end as priority,
      -- Squared: a few teams have most of the work, as a service desk does.
      floor(40 * power((hashint8extended(i, 3) & 1073741823) / 1073741824.0, 2))::int as team_at
    from base
  )
  select d.*, (lpad(to_hex(ms), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid as id,
    'INC-' || lpad(d.n::text, greatest(6, length(d.n::text)), '0') as number,
    to_timestamp(ms / 1000.0) as created_at,
    to_timestamp((ms + 600000) / 1000.0) as responded_at,
    to_timestamp((ms + 900000 + ${drawn(4, 40 * 3_600_000)}) / 1000.0) as resolved_at,
    (array[900000, 1800000, 14400000, 28800000])[priority]::bigint as respond_ms,
    (array[14400000, 28800000, 86400000, 144000000])[priority]::bigint as resolve_ms,
    case when i < 10000 and i % 2000 = 77 then '${rare.english} ${rare.chinese} ' else '' end || ti.text as title,
    b1.text || E'\\n' || b2.text as symptom, h.text as ci,
    case when i < 10000 and i % 2000 = 77 then to_tsvector('words', '${rare.english} ${rare.chinese}') else ''::tsvector end
      || ti.words || b1.words || b2.words || h.words as words,
    te.id as team_id, se.id as service_id, ow.id as owner_id, rq.id as requester_id, ca.id as category_id
  from (select *, i + 1 + (select last_value from number_incident) - ${from} as n from decided) d
    join bench.title ti on ti.n = case when english then ${drawn(5, 4000)} else 4000 + ${drawn(5, 2000)} end
    join bench.body b1 on b1.n = case when english then ${drawn(6, 8000)} else 8000 + ${drawn(6, 4000)} end
    join bench.body b2 on b2.n = case when english then ${drawn(7, 8000)} else 8000 + ${drawn(7, 4000)} end
    join bench.host h on h.n = ${drawn(8, hostCount)}
    join bench.team te on te.n = team_at
    join bench.service se on se.n = ${drawn(9, house.services.length)}
    join bench.person ow on ow.n = ${drawn(10, 200)}
    join bench.person rq on rq.n = ${drawn(11, house.people.length)}
    join bench.category ca on ca.n = ${drawn(12, house.categories.length)}
  order by i`;

const noted = (notes: number) => `
    insert into trail_event (at, record_id, record_type, version, action, actor_id, channel, changes, detail)
    select p.responded_at + n * interval '5 minutes', p.id, 'incident', 2, 'comment', p.owner_id, 'web', '{}',
      jsonb_build_object('comment', jsonb_build_object('public', n % 2 = 0, 'body', left(p.symptom, 120)))
    from bench.plan p, generate_series(1, ${notes}) n order by p.i, n`;

/** Four for one connection, and for a second the clocks, which take as long. */
const inserts: readonly ((house: House) => string)[] = [
  ({ organisation }) => `
    insert into record (id, type, number, title, state, open, version, priority, service_id, team_id, owner_id, requester_id,
      org_unit_id, next_due, occurred_at, created_at, updated_at, closed_at, created_by)
    select id, 'incident', number, title, state, open, case when open then 2 else 4 end, priority, service_id, team_id,
      case when state in ('new', 'assigned') then null else owner_id end, requester_id, '${organisation}',
      case when state in ('new', 'assigned') then created_at + respond_ms * interval '1 ms'
           when state = 'in_progress' then created_at + resolve_ms * interval '1 ms' else 'infinity' end,
      created_at, created_at, case when open then responded_at else resolved_at end,
      case when state = 'closed' then resolved_at + interval '3 days' end, requester_id
    from bench.plan order by i`,
  () => `
    insert into incident (id, symptom, channel, category_id, impact, urgency, derived_priority, location, ci, resolution,
      resolution_code, cause_class, closure_code, pending_reason, responded_at, first_assigned_to_id, restored_at,
      resolved_at, resolved_by_id, ended_at, reopen_until)
    select id, symptom, (array['portal', 'phone', 'email', 'monitoring'])[1 + i % 4], category_id, priority, 2, priority,
      'Building ' || i % 40, ci, case when open then null else left(symptom, 60) end, case when open then null else 'fixed' end,
      case when open then null else 'software' end, case when state = 'closed' then 'no_answer' end,
      case when state = 'pending_customer' then 'information' end,
      case when state in ('new', 'assigned') then null else responded_at end, owner_id,
      case when open then null else resolved_at end, case when open then null else resolved_at end,
      case when open then null else owner_id end, case when open then null else resolved_at end,
      case when open then null else resolved_at + interval '10 days' end
    from bench.plan order by i`,
  () => `insert into search_entry (record_id, words) select id, words from bench.plan order by i`,
  () => `
    insert into trail_event (at, record_id, record_type, version, action, from_state, to_state, actor_id, channel, changes, detail)
    select at, id, 'incident', version, action, from_state, to_state, owner_id, 'web',
      case when version = 1 then jsonb_build_object('title', jsonb_build_array(null, title), 'symptom', jsonb_build_array(null, symptom),
             'serviceId', jsonb_build_array(null, service_id), 'impact', jsonb_build_array(null, priority), 'urgency', jsonb_build_array(null, 2))
           else jsonb_build_object('ownerId', jsonb_build_array(null, owner_id), 'teamId', jsonb_build_array(null, team_id)) end,
      case when version = 1 then jsonb_build_object('rules', jsonb_build_object('incident.priority_matrix', 0)) end
    from (
      select p.*, e.* from bench.plan p, lateral (values
        (1, 'create', null, 'new', p.created_at),
        (2, case when p.open then 'assign' else 'start' end, 'new', case when p.open then p.state else 'in_progress' end, p.responded_at),
        (3, 'resolve', 'in_progress', 'resolved', p.resolved_at),
        (4, 'close', 'resolved', 'closed', p.resolved_at + interval '3 days')) e(version, action, from_state, to_state, at)
      where e.version <= case when p.open then 2 when p.state = 'resolved' then 3 else 4 end
    ) x order by i, version`,
  ({ agreement, always }) => `
    insert into clock (record_id, name, status, target_ms, agreement_id, agreement_version, calendar_id, started_at, elapsed_ms,
      due_at, warned, next_check_at, breached_at, stopped_at, cycles, missed, moves)
    select id, name, status, case when status <> 'none' then target end, case when status <> 'none' then '${agreement}'::uuid end,
      case when status <> 'none' then 1 end, case when status <> 'none' then '${always}'::uuid end, created_at,
      case when ended is null then 0 else least(target, ended - ms) end,
      case when status in ('running', 'stopped') then due end, case when late then 90 else 0 end,
      case when status = 'running' and not late then due end,
      case when late then due end, case when status = 'stopped' then to_timestamp(ended / 1000.0) end, 0, late::int,
      ('[{"at":' || ms || ',"kind":"mode","mode":"run","state":"new"},{"at":' || ms || ',"kind":"target","target":{"agreementId":"${agreement}",'
        || '"agreementVersion":1,"calendarId":"${always}","targetMs":' || target || '}},{"at":' || coalesce(ended, ms + 600000)
        || ',"kind":"mode","mode":"' || case status when 'stopped' then 'stop' when 'paused' then 'pause' else 'run' end || '","state":"' || state || '"}]')::jsonb
    from (
      select *, to_timestamp((ms + target) / 1000.0) as due,
        status in ('running', 'stopped') and ms + target < coalesce(ended, extract(epoch from now()) * 1000) as late
      from (select i, id, ms, state, created_at, name,
        case when name = 'update' then 'none'
             when name = 'response' then case when state in ('new', 'assigned') then 'running' else 'stopped' end
             when state = 'pending_customer' then 'paused' when open then 'running' else 'stopped' end as status,
        case name when 'response' then respond_ms else resolve_ms end as target,
        case when name = 'response' and state not in ('new', 'assigned') then ms + 600000
             when name = 'resolution' and not open then (extract(epoch from resolved_at) * 1000)::bigint end as ended
      from bench.plan, (values ('resolution'), ('response'), ('update')) n(name)) b
    ) c order by i, name`,
];
