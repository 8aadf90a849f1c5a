import { performance } from 'node:perf_hooks';
import type { Stage } from './cases.ts';
import { bearer, call } from './furnish.ts';
import { ms, named, times, type Figure } from './report.ts';

const planned = 10_000;
const asked = 40;

/**
 * One change against ten thousand that are scheduled in one year, on things that its own rest on: as its page asks, the
 * services that it touches and its plans included; against the bare query for windows that overlap.
 */
export async function colliding({ port, sql, house, volume }: Stage): Promise<Figure[]> {
  const base = `http://127.0.0.1:${port}`;
  const as = bearer(house.token);
  const services = (
    await sql.query<{ id: string }>(
      `select id from servanda.record where type = 'service' and open order by id limit 20`,
    )
  ).rows.map(({ id }) => id);
  const change = await call<{ id: string; number: string }>(base, as, 'POST', '/api/v1/changes', {
    title: 'Against all that is scheduled',
    category: 'significant',
    subjectIds: services.slice(0, 1),
    plannedStartAt: '2098-06-01T00:00:00Z',
    plannedEndAt: '2098-06-01T04:00:00Z',
  });
  await sql.query(
    `with made as (
       insert into servanda.record (id, type, number, title, state, open, created_at, updated_at, occurred_at)
       select gen_random_uuid(), 'change', 'CHG-B${volume}-' || lpad(n::text, 6, '0'), 'Planned ' || n, 'scheduled', true, now(), now(), now()
       from generate_series(1, ${planned}) n returning id, right(number, 6)::int as n
     ), own as (
       insert into servanda.change (id, planned_start_at, planned_end_at)
       select id, '2098-01-01'::timestamptz + make_interval(mins => 50 * n), '2098-01-01'::timestamptz + make_interval(mins => 50 * n + 120)
       from made returning id)
     insert into servanda.change_subject (change_id, record_id)
     select m.id, ($1::uuid[])[1 + m.n % cardinality($1::uuid[])] from made m`,
    [services],
  );
  await sql.query('analyze');
  const path = `/api/v1/changes/${change.number}/outlook`;
  await call(base, as, 'GET', path);
  const took: number[] = [];
  for (let i = 0; i < asked; i += 1) {
    const began = performance.now();
    await call(base, as, 'GET', path);
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  const p95 = took[Math.floor(asked * 0.95)] ?? 0;
  const began = performance.now();
  await sql.query(
    `select c.id from servanda.change c join servanda.record r on r.id = c.id
     where tstzrange(c.planned_start_at, c.planned_end_at) && tstzrange('2098-06-01', '2098-06-01 04:00')
       and c.planned_start_at is not null and c.planned_end_at >= c.planned_start_at and r.state = 'scheduled'`,
  );
  const raw = performance.now() - began;
  await sql.query(
    `update servanda.record set state = 'cancelled', open = false where type = 'change' and number like 'CHG-B${volume}-%'`,
  );
  return [
    {
      number: 15,
      volume: named(volume),
      what: `collision check of one change against ${planned.toLocaleString('en')} scheduled ones, p95`,
      figure: ms(p95),
      raw: `windows that overlap ${ms(raw)}`,
      ratio: times(p95 / raw),
      need: '< 100 ms',
      ok: p95 < 100,
    },
  ];
}
