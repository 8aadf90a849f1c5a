import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';
import { visible } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import type { House } from '../practice/house.ts';
import { matches } from './query.ts';

export type Found = {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly updatedAt: string;
};

/** How many of the newest records are looked through before the index is asked. */
const recent = 5_000;
/** How many hits of the index are looked at: bounds a frequent word for somebody who may see little. */
const mostHits = 50_000;

/** Up to so many records that one may see at all are looked through without the index of words. */
const few = 20_000;

/**
 * Across all record types, newest first, only what this actor may see. A frequent word is found among the newest
 * records without touching the index; a word that is not frequent there has a short posting list; and who may see but
 * little is looked after from there. Each way's work is bounded, which ranking all hits of a frequent word among a
 * million records is not. `offset 0` makes PostgreSQL look hits up one by one until the page is full: joined in the
 * open, five hits made it walk through all records.
 */
export async function search(
  tx: Tx,
  house: House,
  actor: Actor,
  typed: string,
  given: { type?: string | undefined; limit: number },
): Promise<Found[]> {
  const types = [...house.types.values()].filter((t) => given.type === undefined || t.type === given.type);
  if (types.length === 0 || typed.trim() === '') return [];
  const perType = types.map(
    (t) => sql<boolean>`(${sql.raw(`r.type = '${t.type}'`)} and ${visible(t.access, actor)})`,
  );
  const access = sql<boolean>`(${sql.join(perType, sql` or `)})`;
  const exact = await byNumber(tx, typed, access);
  const query = matches(typed);
  const newest = await run(
    tx,
    sql`
    select r.* from (select record_id, words from search_entry order by record_id desc limit ${recent}) s
    cross join lateral (select ${columns} from record r where r.id = s.record_id and ${access} offset 0) r
    where s.words @@ ${query} order by s.record_id desc limit ${given.limit}`,
  );
  const found =
    newest.length >= given.limit
      ? newest
      : (await seesFew(tx, perType))
        ? await run(
            tx,
            sql`
          select r.* from (select * from (${everySeen(perType, columns)}) x order by id desc offset 0) r
          cross join lateral (select s.words from search_entry s where s.record_id = r.id offset 0) s
          where s.words @@ ${query} limit ${given.limit}`,
          )
        : await run(
            tx,
            sql`
          with hits as materialized (select record_id from search_entry where words @@ ${query} limit ${mostHits})
          select r.* from (select record_id from hits order by record_id desc) h
          cross join lateral (select ${columns} from record r where r.id = h.record_id and ${access} offset 0) r
          order by h.record_id desc limit ${given.limit}`,
          );
  return [...exact, ...found.filter((f) => exact.every((e) => e.id !== f.id))].slice(0, given.limit);
}

/** What is seen of each type by itself: one condition over all types would hide every index from PostgreSQL. */
const everySeen = (perType: readonly RawBuilder<boolean>[], what: RawBuilder<unknown>, limit = sql``) =>
  sql`${sql.join(
    perType.map((seen) => sql`(select ${what} from record r where ${seen} ${limit})`),
    sql` union all `,
  )}`;

async function seesFew(tx: Tx, perType: readonly RawBuilder<boolean>[]): Promise<boolean> {
  const enough = sql`limit ${few + 1}`;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from (${everySeen(perType, sql`1 as one`, enough)}) y ${enough}) x`.execute(
    tx.db,
  );
  return (rows[0]?.n ?? 0) <= few;
}

const columns = sql.raw('r.id, r.type, r.number, r.title, r.state, r.updated_at as "updatedAt"');

const run = async (tx: Tx, query: RawBuilder<unknown>): Promise<Found[]> =>
  (await (query as RawBuilder<Found>).execute(tx.db)).rows;

/** `inc-123`, `INC-000123` or a number of the system a record was imported from. */
async function byNumber(tx: Tx, typed: string, access: RawBuilder<boolean>): Promise<Found[]> {
  const match = /^\s*([a-z]+)-?(\d{1,12})\s*$/i.exec(typed);
  if (!match) return [];
  const [whole, prefix = '', digits = ''] = match;
  const numbers = [
    whole.trim().toUpperCase(),
    `${prefix.toUpperCase()}-${digits.replace(/^0+(?=\d)/, '').padStart(6, '0')}`,
  ];
  return run(
    tx,
    sql`select ${columns} from record r where (r.number = any(${numbers}::text[]) or r.source_ref = ${whole.trim()}) and ${access} limit 5`,
  );
}
