import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { tokens } from '../../kernel/proposal/features.ts';
import type { Draft, SimilarRecord } from '../../kernel/proposal/proposal.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { access } from './incident.access.ts';
import { noConfigurationItem, type Incident } from './incident.fields.ts';

export type Similar = SimilarRecord & {
  readonly resolutionCode: string | null;
  readonly problemRef: string | null;
};

const perWay = 50;
/** So many hits are looked at, and the best of them compared in full. */
const mostHits = 400;
const mostShared = 100;
/** Of the text's words so many at most, and only while they are expected to occur in this many records together. */
const mostWords = 12;
const mostExpected = 2000;
/** Below this it is a coincidence. */
const leastScore = 0.15;

/** What of a draft is compared. */
const compared = (draft: Draft) => {
  const text = (key: string) => (typeof draft[key] === 'string' ? draft[key] : null);
  const ci = text('ci');
  return {
    id: text('id'),
    said: [text('title'), text('symptom')].filter((t) => t !== null).join('\n'),
    serviceId: text('serviceId'),
    categoryId: text('categoryId'),
    ci: ci === noConfigurationItem ? null : ci,
  };
};

/**
 * Incidents like this one, written down already or still being typed: the latest of the same category and configuration
 * item, the latest of the same service, and those that share its rarest words. Each way reads a bounded number of rows
 * from its own index, so that the answer costs the same at a million incidents; only these are compared.
 */
export async function similarIncidents(
  tx: Tx,
  incident: Incident | Draft,
  actor: Actor,
  limit = 10,
): Promise<Similar[]> {
  const { id, said, serviceId, categoryId, ci } = compared({ ...incident });
  const telling = await tellingWords(tx, said);
  const { chosen, query } = wanted(telling);
  const weights = telling.map((w) => 1 / Math.log2(4 + w.expected));
  const all = weights.reduce((sum, w) => sum + w, 0);
  const most = 0.2 * Number(serviceId !== null) + 0.2 * Number(categoryId !== null) + 0.3 * Number(ci !== null) + 0.5 * Number(all > 0); // prettier-ignore
  if (most === 0) return [];
  const { rows } = await sql<Similar & { said: number }>`
    with word as materialized (
      select * from unnest(${telling.map((w) => w.token)}::text[], ${telling.map((w) => quoted(w.lexeme))}::tsquery[], ${weights}::float8[])
        as w(token, query, weight)
    ), hit as materialized (
      select s.record_id as id
      from (select record_id, words from search_entry where ${chosen > 0} and words @@ ${query}::tsquery limit ${mostHits}) s
        cross join lateral (select sum(w.weight) as weight from word w where s.words @@ w.query) x
      order by x.weight desc, s.record_id desc limit ${mostShared}
    ), candidate as (
      (select id from incident where category_id = ${categoryId} and ci = ${ci} order by id desc limit ${perWay})
      union
      (select id from record where service_id = ${serviceId} and type = 'incident' order by id desc limit ${perWay})
      union
      (select id from hit)
    ), likened as (
      select r.id, r.number, r.title, r.state, t.resolution_code as "resolutionCode", t.resolution, t.problem_ref as "problemRef",
        coalesce(r.service_id = ${serviceId}, false) as "sameService",
        coalesce(t.category_id = ${categoryId}, false) as "sameCategory",
        coalesce(t.ci = ${ci}, false) as "sameCi",
        coalesce(shared.words, '{}') as words, coalesce(shared.weight, 0) / ${Math.max(all, 1e-9)}::float8 as said
      from candidate c join record r on r.id = c.id join incident t on t.id = c.id join search_entry s on s.record_id = c.id
        cross join lateral (select array_agg(w.token order by w.weight desc) as words, sum(w.weight) as weight from word w where s.words @@ w.query) shared
      where r.id is distinct from ${id}::uuid and r.state not in ('cancelled', 'duplicate') and ${visible(access, actor)}
    ), scored as (
      select *, round(((0.2 * "sameService"::int + 0.2 * "sameCategory"::int + 0.3 * "sameCi"::int + 0.5 * said) / ${most}::float8)::numeric, 2)::float8 as score
      from likened
    )
    select id, number, title, state, "resolutionCode", resolution, "problemRef", "sameService", "sameCategory", "sameCi", score, words[1:5] as words
    from scored where score >= ${leastScore} order by score desc, id desc limit ${limit}`.execute(tx.db);
  return rows;
}

type Telling = { readonly token: string; readonly lexeme: string; readonly expected: number };

/**
 * The words of a text as the index has them, the rarest first, each with how many records are expected to have it:
 * PostgreSQL's own statistics say so. A word that they do not name is rare.
 */
const tellingWords = async (tx: Tx, text: string): Promise<Telling[]> => {
  const found = tokens(text).slice(0, 60);
  if (found.length === 0) return [];
  return tx.run<Telling>(
    'incident_telling_words',
    `with known as materialized (
       select most_common_elems::text::text[] as elems, most_common_elem_freqs as freqs,
         (select greatest(reltuples, 0) from pg_class where oid = 'search_entry'::regclass) as n
       from pg_stats where schemaname = current_schema() and tablename = 'search_entry' and attname = 'words'
     ), lexed as (
       select distinct on (lexeme) token, lexeme
       from (select token, (tsvector_to_array(to_tsvector('words', token)))[1] as lexeme from unnest($1::text[]) token) x
       where lexeme is not null
     )
     select token, lexeme,
       coalesce((select freqs[array_position(elems, lexeme)] * n from known), 0)::float8 as expected
     from lexed order by expected, length(lexeme) desc, lexeme limit ${2 * mostWords}`,
    [found],
  );
};

/** Tokens are letters and digits only, so nothing in them needs an escape. */
const quoted = (lexeme: string) => `'${lexeme}'`;

/** Any of the rarest words; where all are frequent, the three rarest together, which are as few again. */
function wanted(telling: readonly Telling[]): { chosen: number; query: string } {
  const rare: Telling[] = [];
  let expected = 0;
  for (const word of telling.slice(0, mostWords)) {
    expected += word.expected;
    if (expected > mostExpected) break;
    rare.push(word);
  }
  if (rare.length > 0) return { chosen: rare.length, query: rare.map((w) => quoted(w.lexeme)).join(' | ') };
  const frequent = telling.slice(0, 3);
  return { chosen: frequent.length, query: frequent.map((w) => quoted(w.lexeme)).join(' & ') };
}
