import type { Actor } from '../../kernel/access/actor.ts';
import { answerFor } from '../../kernel/evidence/evaluate.ts';
import type { Found } from '../../kernel/evidence/evidence.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import type { House } from '../../kernel/practice/house.ts';
import { textOf } from '../../kernel/trail/seal.ts';
import type { Cursor } from '../../kernel/trail/read.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { standard, type Requirement } from '../../standard/catalogue.ts';
import { escaped, page, type Say } from './pack.html.ts';
import { batchesOf } from './pack.records.ts';
import type { PackScope, Selection } from './pack.scope.ts';

export type Head = Cursor & { readonly batch: number; readonly hash: string };

/** The end of the sealed chain as this transaction sees it. */
export const headOf = async (tx: Tx): Promise<Head | undefined> =>
  (
    await tx.run<Head>(
      'pack_head',
      `select batch, encode(hash, 'hex') as hash, last_txid::text as txid, last_seq as seq
       from trail_seal order by batch desc limit 1`,
    )
  )[0];

/** Counted while the lines are written: how many, and the earliest place in the chain. */
export type Trailed = { events: number; first: Cursor | undefined };

/**
 * The events of a selection's records, each on a line that is the very text that was hashed: SHA-256 of the line is what
 * the chain holds. What is not sealed yet is left out.
 */
export async function* trailLines(tx: Tx, house: House, selection: Selection, head: Head, told: Trailed): AsyncIterable<string> {
  for await (const { rows } of batchesOf(tx, house, selection)) {
    const ids = rows.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += 50) {
      const events = await tx.run<{ line: string; txid: string; seq: number }>(
        'pack_events',
        `select ${textOf('e')} as line, e.txid::text as txid, e.seq from trail_event e
         where e.record_id = any($1::uuid[]) and (e.txid, e.seq) <= ($2::xid8, $3::bigint) order by e.record_id, e.seq`,
        [ids.slice(from, from + 50), head.txid, head.seq],
      );
      for (const { line, txid, seq } of events) {
        if (!told.first || isBefore({ txid, seq }, told.first)) told.first = { txid, seq };
        told.events += 1;
        yield `${line}\n`;
      }
    }
  }
} // prettier-ignore

export const isBefore = (a: Cursor, b: Cursor) =>
  BigInt(a.txid) < BigInt(b.txid) || (a.txid === b.txid && a.seq < b.seq);

/** The seal's batches from the first that covers an event of the pack to the head, whole: so each can be hashed again. */
export async function* batchLines(tx: Tx, first: Cursor | undefined, head: Head): AsyncIterable<string> {
  if (!first) return;
  const [begin] = await tx.run<{ batch: number }>(
    'pack_first_batch',
    `select batch from trail_seal where (last_txid, last_seq) >= ($1::xid8, $2::bigint) order by batch limit 1`,
    [first.txid, first.seq],
  );
  for (let batch = begin?.batch ?? head.batch; batch <= head.batch; batch += 10) {
    const rows = await tx.run<{ line: string }>(
      'pack_batches',
      `select json_build_object('batch', s.batch, 'seqs', s.seqs, 'digests', replace(encode(s.digests, 'base64'), E'\\n', ''),
         'previous', encode(s.previous, 'hex'), 'hash', encode(s.hash, 'hex'), 'lastTxid', s.last_txid::text, 'lastSeq', s.last_seq,
         'sealedAt', to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))::text as line
       from trail_seal s where s.batch >= $1 and s.batch < $2 and s.batch <= $3 order by s.batch`,
      [batch, batch + 10, head.batch],
    );
    for (const { line } of rows) yield `${line}\n`;
  }
}

/** The requirements with their answers for the period, as data and as a page. */
export async function requirementsOf(tx: Tx, house: House, { requirements, when }: PackScope, say: Say) {
  const judgements = await house.judgements(tx);
  const items = [];
  for (const r of requirements) {
    const bound = house.evidence.get(r.id);
    const answer = bound ? await answerFor(tx, house, bound, when) : undefined;
    const checks = (answer?.checks ?? []).map((found) => ({ ...found, ...checkWords(found, say) }));
    const found = [...new Set(checks.flatMap((check) => check.found))];
    const numbers = found.length === 0 ? [] : await tx.run<{ id: string; number: string }>(
      'pack_numbers', 'select id, number from record where id = any($1::uuid[])', [found]);
    const byId = new Map(numbers.map(({ id, number }) => [id, number]));
    items.push({
      requirement: r.id,
      clause: r.clause,
      title: r.title[say.language],
      text: r.text[say.language],
      question: r.question[say.language],
      way: !bound ? 'not_built' : bound.checks.length === 0 ? 'attested' : 'live',
      practice: bound?.practice ?? null,
      status: answer?.status ?? null,
      n: answer?.n ?? 0,
      faults: answer?.faults ?? 0,
      newestAt: answer?.newestAt ?? null,
      lapsesAt: answer?.lapsesAt ?? null,
      judgement: judgements.get(r.id) ?? null,
      checks: checks.map((check) => ({ ...check, found: check.found.map((id) => byId.get(id) ?? id) })),
    });
  }
  return items;
} // prettier-ignore

const checkWords = ({ key, params = {} }: Found, say: Say) => ({
  demand: say.text(key.replace('.', '.demand.'), params),
  lack: say.text(key.replace('.', '.lack.'), params),
});

export function requirementsPage(items: Awaited<ReturnType<typeof requirementsOf>>, say: Say): string {
  const rows = items.map(({ requirement, title, text, question, way, status, checks }) => {
    const answer = status === null ? say.text(`evidence_pack.way.${way}`) : say.text(`evidence_pack.status.${status}`);
    const list = checks.map((check) => {
      const figures = check.status === 'failed' ? (check.failure ?? '') : `n = ${check.n}${check.faults > 0 ? `, ${check.faults} × ${check.lack}` : ''}`;
      const found = check.found.length > 0 ? ` <small>${escaped(check.found.join(', '))}</small>` : '';
      return `<li class="${check.status}">${escaped(check.demand)}: ${escaped(figures)}${found}</li>`;
    });
    return `<h3 id="${requirement}">${requirement} ${escaped(title)} · <span class="${status ?? ''}">${escaped(answer)}</span></h3><p>${escaped(text)}</p><p><small>${escaped(question)}</small></p><ul>${list.join('')}</ul>`;
  });
  const { name } = standard();
  return page(say, name, `<p>${escaped(say.text('evidence_pack.no_conformity'))}</p>${rows.join('\n')}`).whole;
} // prettier-ignore

/** The figures of the clauses in the pack, with the numbers they rest on. */
export async function figuresOf(tx: Tx, house: House, actor: Actor, scope: PackScope, say: Say) {
  const { requirements, when } = scope;
  const items = [];
  for (const measure of house.measures) {
    if (!requirements.some((r: Requirement) => r.clause === measure.clause || r.clause.startsWith(`${measure.clause}.`))) continue;
    const figure = await evaluate(tx, house, measure, actor, {}, { from: when.from, to: when.to });
    items.push({ ...figure, name: say.text(measure.key.replace('.', '.measure.')), formula: say.text(measure.key.replace('.', '.formula.')) });
  }
  return { from: when.from, to: when.to, items };
} // prettier-ignore
