import { firstId } from '../../kernel/evidence/count.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { requirementNamed } from '../../standard/catalogue.ts';

/** How much is there, of how much there must be; `parts` where it is several things. */
export type Found = {
  readonly have: number;
  readonly want: number;
  readonly parts?: readonly {
    readonly key: string;
    readonly have: number | null;
    readonly want: number;
  }[];
};

/** The twenty processes of clauses 8.2 to 8.7, by their codes. */
export const processCodes = [
  'SVC-PLAN', 'PARTY', 'CAT', 'AM', 'CFG', 'BRM', 'SLM', 'SUP', 'FIN', 'DM', 'CAP', 'CHG', 'SDT', 'REL', 'IM', 'SR', 'PM', 'AVL',
  'SCM', 'ISM',
] as const; // prettier-ignore
const months = 3;

/**
 * In how many calendar months of the last year each process left records: made, or touched last. A process whose owner
 * confirmed that nothing occurred for as long has shown that too (0.1.6).
 */
export async function monthsOfWork(tx: Tx, house: House): Promise<Found> {
  const built = new Map(house.practices.map(({ code, records }) => [code, records.map(({ type }) => type)]));
  const now = new Date(house.now());
  const starts = Array.from({ length: 13 }, (_, i) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11 + i, 1)).toISOString(),
  );
  const spans = starts
    .slice(0, 12)
    .map((from, i) => ({ from, to: starts[i + 1] ?? from, first: firstId(from), last: firstId(starts[i + 1] ?? from) }));
  const rows = await tx.run<{ code: string; n: number }>(
    'trial_months',
    `select p.code, count(*)::int as n
     from jsonb_to_recordset($1::jsonb) as p(code text, types jsonb),
       jsonb_to_recordset($2::jsonb) as m("from" timestamptz, "to" timestamptz, first uuid, last uuid)
     where exists (select 1 from jsonb_array_elements_text(p.types) y where
       exists (select 1 from record r where r.type = y and r.id >= m.first and r.id < m.last)
       or exists (select 1 from record r where r.type = y and r.updated_at >= m."from" and r.updated_at < m."to"))
     group by p.code`,
    [JSON.stringify(processCodes.map((code) => ({ code, types: built.get(code) ?? [] }))), JSON.stringify(spans)],
  );
  const confirmed = await confirmedNone(tx, house);
  const worked = new Map(rows.map(({ code, n }) => [code, n]));
  const parts = processCodes.map((key) => {
    const n = Math.min(worked.get(key) ?? 0, 12);
    return { key, have: !built.has(key) ? null : n === 0 && confirmed.has(key) ? months : n, want: months };
  });
  return { have: parts.filter(({ have }) => (have ?? 0) >= months).length, want: processCodes.length, parts };
} // prettier-ignore

/** Processes of which every requirement that is answered by events was confirmed not to have had any. */
async function confirmedNone(tx: Tx, house: House): Promise<ReadonlySet<string>> {
  const today = new Date(house.now()).toISOString().slice(0, 10);
  const rows = await tx.run<{ requirement: string }>(
    'trial_none',
    `select requirement from requirement_assessment where none_to >= $1::date - 31 and none_to - none_from >= 90`,
    [today],
  );
  const said = new Set(rows.map(({ requirement }) => requirement));
  const answered = [...house.evidence.values()]
    .filter(({ checks }) => checks.some(({ kind }) => kind === 'each'))
    .map(({ requirement }) => requirement);
  const byProcess = Map.groupBy(answered, (id) => requirementNamed(id)?.process ?? '');
  return new Set([...byProcess].filter(([, ids]) => ids.every((id) => said.has(id))).map(([process]) => process));
} // prettier-ignore

/** Work that comes by itself; registers (items, assets, people) may be loaded in one day, and are left out. */
const workTypes = [
  'incident',
  'service-request',
  'problem',
  'change',
  'release',
  'major-incident',
  'transition',
];
/** So many on one day, of so few in the year, were not made by work. */
const bulkShare = 0.5;
const leastLooked = 20;

/** Auditors look for histories that were made up: many records of one type entered on one day. */
export async function bulkDays(tx: Tx, house: House): Promise<Found> {
  const types = workTypes.filter((type) => house.types.has(type));
  const year = new Date(house.now() - 365 * 86_400_000).toISOString();
  const rows = await tx.run<{ type: string; n: number; most: number }>(
    'trial_bulk',
    `select x.type, sum(x.n)::int as n, max(x.n)::int as most
     from (select r.type, (r.created_at at time zone 'UTC')::date as day, count(*) as n from record r
       where r.type = any($1::text[]) and r.id >= $2::uuid group by 1, 2) x group by x.type`,
    [types, firstId(year)],
  );
  const parts = rows
    .filter(({ n }) => n >= leastLooked)
    .map(({ type, n, most }) => ({ key: type, have: most > n * bulkShare ? 0 : 1, want: 1 }));
  return { have: parts.filter(({ have }) => have === 1).length, want: Math.max(1, parts.length), parts };
}
