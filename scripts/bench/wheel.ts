import type pg from 'pg';
import type { Stage } from './cases.ts';
import { bearer, call, get } from './furnish.ts';
import { latency, type Latency } from './generator.ts';
import type { Target } from './load.ts';
import { ms, times, type Figure } from './report.ts';

const siteCount = 50;
const years = 10;

/** So many a year at each site, with the day by which they are owed and the states in which they are, and are not any more. */
type Obligation = {
  readonly type: string;
  readonly prefix: string;
  readonly perYear: number;
  readonly day: string;
  readonly owed: string;
  readonly done: string;
  readonly open: boolean;
  /** Columns of its own table that are not left empty. */
  readonly more?: Readonly<Record<string, string>>;
};
const obligations: readonly Obligation[] = [
  { type: 'document', prefix: 'DOC', perYear: 12, day: 'review_due_on', owed: 'effective', done: 'obsolete', open: false, more: { code: `'BENCH-' || number` } },
  { type: 'internal-audit', prefix: 'IAU', perYear: 4, day: 'ends_on', owed: 'staffed', done: 'closed', open: true },
  { type: 'audit-finding', prefix: 'FND', perYear: 12, day: 'due_on', owed: 'open', done: 'verified', open: true, more: { audit_id: 'id' } },
  { type: 'management-review', prefix: 'MRV', perYear: 2, day: 'planned_on', owed: 'scheduled', done: 'closed', open: true },
  { type: 'agreement', prefix: 'AGR', perYear: 8, day: 'valid_to', owed: 'active', done: 'expired', open: true, more: { review_due: 'day - 30' } },
  { type: 'verification', prefix: 'VER', perYear: 4, day: 'due_on', owed: 'planned', done: 'closed', open: true },
  { type: 'maintenance-task', prefix: 'MTK', perYear: 24, day: 'due_on', owed: 'open', done: 'done', open: true },
  { type: 'risk', prefix: 'RSK', perYear: 16, day: 'review_due_on', owed: 'accepted', done: 'closed', open: true },
  { type: 'objective', prefix: 'OBJ', perYear: 6, day: 'due_on', owed: 'active', done: 'closed', open: true },
  { type: 'obligation', prefix: 'OBL', perYear: 10, day: 'evaluation_due_on', owed: 'applicable', done: 'ended', open: true },
  { type: 'nonconformity', prefix: 'NCF', perYear: 12, day: 'due_on', owed: 'action_plan', done: 'closed', open: true },
  { type: 'improvement', prefix: 'IMP', perYear: 8, day: 'due_on', owed: 'planned', done: 'reported', open: true },
  { type: 'action-item', prefix: 'ACT', perYear: 60, day: 'due_on', owed: 'open', done: 'verified', open: true },
  { type: 'training-session', prefix: 'TRS', perYear: 12, day: 'starts_at', owed: 'planned', done: 'checked', open: true },
]; // prettier-ignore

const table = (type: string) => type.replaceAll('-', '_');

/**
 * Nine years behind and one ahead: what lies behind is done but for one in fifty, which is overdue. One statement for the
 * records of a kind and one for its own table; the superuser writes them, behind the back of `act`.
 */
async function lay(sql: pg.Client, { people, organisation }: Stage['house']): Promise<number> {
  await sql.query(`set synchronous_commit = off; set search_path = servanda, public`);
  await sql.query(
    `drop table if exists bench.site; create table bench.site (n int primary key, id uuid not null)`,
  );
  await sql.query(
    `insert into bench.site select n, ${id(`'site' || n`, `now() - interval '10 years'`)} from generate_series(0, ${siteCount - 1}) n`,
  );
  await sql.query(
    `insert into record (id, type, number, title, state, open, occurred_at, created_at, updated_at)
     select id, 'organisation', 'ORG-B' || n, 'Site ' || n, 'active', true, now(), now(), now() from bench.site`,
  );
  await sql.query(`insert into organisation (id, kind, parent_id) select id, 'branch', $1 from bench.site`, [organisation]); // prettier-ignore
  let laid = 0;
  for (const { type, prefix, perYear, day, owed, done, open, more = {} } of obligations) {
    await sql.query(`drop table if exists bench.owed`);
    await sql.query(
      `create table bench.owed as select gen.*, ${id(`'${type}' || s || ' ' || k`, `day - 60`)} as id, '${prefix}-B' || row_number() over () as number,
         day >= current_date or drawn % 50 = 0 as owed
       from (select s, k, abs(hashint8extended(s * 100000 + k, 7)) as drawn,
           current_date - ${(years - 1) * 365} + (k * ${years * 365} / ${perYear * years})::int as day
         from generate_series(0, ${siteCount - 1}) s, generate_series(0, ${perYear * years - 1}) k) gen`,
    );
    await sql.query(
      `insert into record (id, type, number, title, state, open, owner_id, org_unit_id, occurred_at, created_at, updated_at)
       select id, '${type}', number, '${type} ' || number, case when owed then '${owed}' else '${done}' end, owed and ${open},
         ($1::uuid[])[1 + drawn % 200], (select x.id from bench.site x where x.n = s), day - 60, day - 60, least(day, current_date) from bench.owed`,
      [people],
    );
    const names = ['id', day, ...Object.keys(more)].join(', ');
    await sql.query(
      `insert into ${table(type)} (${names}) select ${['id', 'day', ...Object.values(more)].join(', ')} from bench.owed`,
    );
    laid += perYear * years * siteCount;
  }
  await sql.query(`drop table bench.owed; reset all; set search_path = servanda, public`);
  await sql.query(`vacuum analyze record`);
  for (const { type } of obligations) await sql.query(`analyze ${table(type)}`);
  return laid;
}

/** An id that begins with its instant, as every other. */
const id = (of: string, at: string) =>
  `(lpad(to_hex((extract(epoch from (${at})::timestamptz) * 1000)::bigint), 12, '0') || '7' || substr(md5(${of}), 1, 3) || '8' || substr(md5(${of}), 4, 15))::uuid`;

/** The wheel and the calendar of a group with fifty sites after ten years. */
export async function turning(stage: Stage): Promise<Figure[]> {
  const { port, url, sql, house } = stage;
  const laid = await lay(sql, house);
  // The tree of organisations is held in memory; a site that is made by an act has it read again.
  const base = `http://127.0.0.1:${port}`;
  await call(base, bearer(house.token), 'POST', '/api/v1/organisations', {
    title: 'Site 50',
    kind: 'branch',
  });
  const year = new Date().getUTCFullYear();
  const span = `from=${year}-01-01&to=${year + 1}-01-01`;
  const { rows } = await sql.query<{ id: string }>('select id from bench.site where n = 7');
  const asked = [
    ['the wheel of the whole group', '/api/v1/management-system/wheel'],
    ['the wheel of one site', `/api/v1/management-system/wheel?site=${rows[0]?.id ?? ''}`],
    ['the calendar of a year, all sites', `/api/v1/management-system/calendar?${span}`],
    ['the calendar of a year, only mine', `/api/v1/management-system/calendar?${span}&mine=1`],
  ] as const;
  const figures: Figure[] = [];
  for (const [what, path] of asked) {
    const ours: Target = { kind: 'http', port, token: house.token, requests: [get(path)], status: 200 };
    const found = await latency(ours, raw(url), { rounds: 3, count: 15 });
    figures.push(told(what, laid, found));
  }
  return figures;
}

/** What any answer must at least do: count what one kind of obligation owes. */
const raw = (url: string): Target => ({
  kind: 'sql',
  url,
  prepare: 'set search_path = servanda, public',
  values: [[]],
  scenario: {
    statement: `select r.org_unit_id, count(*) from record r join action_item t on t.id = r.id
      where r.type = 'action-item' and r.state = 'open' and t.due_on < current_date + 366 group by 1`,
  },
});

const told = (what: string, laid: number, found: Latency): Figure => ({
  number: 22,
  what: `${what}: p95`,
  volume: `${Math.round(laid / 1000)} k`,
  figure: `${ms(found.p95)} (p50 ${ms(found.p50)})`,
  raw: `one kind counted ${ms(found.rawP50)}`,
  ratio: times(found.p50 / found.rawP50),
  need: '< 300 ms',
  ok: found.p95 < 300,
});
