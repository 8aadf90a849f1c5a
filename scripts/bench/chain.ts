import { join } from 'node:path';
import pg from 'pg';
import { sealNext } from '../../kernel/trail/seal.ts';
import { verify } from '../../kernel/trail/verify.ts';
import { connection } from '../../platform/db/connection.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { createLog } from '../../platform/log/log.ts';
import type { Stage } from './cases.ts';
import { root } from './plant.ts';
import { ms, named, times, type Figure } from './report.ts';

/** Of a million incidents a year, with what surrounds them. */
export const chainEvents = { whole: 10_000_000, quick: 100_000 } as const;
const perInsert = 250_000;

/**
 * A chain of so many events sealed and verified from its beginning, in a database of its own; against one walk over the
 * same events, which is the least that reading them takes.
 */
export async function chaining({ url, sql }: Pick<Stage, 'url' | 'sql'>, count: number): Promise<Figure[]> {
  await sql.query('create database servanda_chain');
  const place = new URL(url);
  place.pathname = '/servanda_chain';
  const ownerUrl = place.toString();
  const log = createLog({ level: 'warn', production: false });
  await migrate({ ownerUrl, setting: 'DATABASE_URL', schema: 'servanda', directory: join(root, 'db/migrations'), log });
  const pool = new pg.Pool({ ...connection({ url: ownerUrl, schema: 'servanda' }), max: 6 });
  // The database goes while its last connections close.
  pool.on('error', () => undefined);
  try {
    for (let from = 0; from < count; from += perInsert) await pool.query(write(from, Math.min(count, from + perInsert)));
    await pool.query('vacuum analyze trail_event');
    const sealing = performance.now();
    while ((await sealNext(pool)) > 0);
    const sealed = performance.now() - sealing;
    await pool.query('vacuum analyze trail_seal');
    const began = performance.now();
    const found = await verify(pool);
    const took = performance.now() - began;
    if (!found.ok || found.events !== count || found.unsealed !== 0) throw new Error(`chain: ${JSON.stringify(found)}`);
    const walking = performance.now();
    await pool.query('select count(*), sum(length(changes::text)) from trail_event');
    const raw = performance.now() - walking;
    return [
      {
        number: 19,
        volume: `${named(count)} events`,
        what: `the whole chain verified (sealed before in ${ms(sealed)})`,
        figure: ms(took),
        raw: `one walk over them ${ms(raw)}`,
        ratio: times(took / raw),
        need: count >= chainEvents.whole ? '< 60 s' : '',
        ok: count >= chainEvents.whole ? took < 60_000 : undefined,
      },
    ];
  } finally {
    await pool.end();
    await sql.query('drop database servanda_chain with (force)');
  }
} // prettier-ignore

/** Events as acts leave them: five for each record, a third of them with a longer text. */
const write = (from: number, to: number) => `
  insert into trail_event (at, record_id, record_type, version, action, from_state, to_state, actor_id, channel, changes, detail)
  select now() - interval '365 days' + i * interval '3 seconds', md5('r' || i / 5)::uuid, 'incident', 1 + i % 5,
    (array['create', 'assign', 'start', 'resolve', 'close'])[1 + i % 5], (array[null, 'new', 'assigned', 'in_progress', 'resolved'])[1 + i % 5],
    (array['new', 'assigned', 'in_progress', 'resolved', 'closed'])[1 + i % 5], md5('p' || i % 400)::uuid, 'web',
    case when i % 5 = 0 then jsonb_build_object('title', jsonb_build_array(null, 'Printer ' || i), 'symptom', jsonb_build_array(null, repeat('It does not print. ', 8)),
           'impact', jsonb_build_array(null, 1 + i % 4))
         else jsonb_build_object('ownerId', jsonb_build_array(null, md5('o' || i % 90))) end,
    case when i % 5 = 0 then jsonb_build_object('rules', jsonb_build_object('incident.priority_matrix', 0)) end
  from generate_series(${from}::bigint, ${to - 1}) i`;
