import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import { PackArchive } from './pack.archive.ts';
import type { EvidencePack, stages } from './pack.fields.ts';
import { escaped, page, sayIn, type Say } from './pack.html.ts';
import {
  batchLines, figuresOf, headOf, requirementsOf, requirementsPage, trailLines, type Head, type Trailed,
} from './pack.parts.ts'; // prettier-ignore
import { PackedAttachments } from './pack.attachments.ts';
import { batchesOf, countOf, recordLines, recordPage, recordTable } from './pack.records.ts';
import { samplesOf } from './pack.samples.ts';
import { scopeOf, type PackScope } from './pack.scope.ts';

export type Made = {
  readonly records: number;
  readonly events: number;
  readonly files: number;
  readonly manifestHash: string;
  readonly chainHead: string;
  readonly unsealed: number;
  readonly leftOut: number;
};
type Advance = (stage: (typeof stages)[number], progress: number) => Promise<unknown>;
type Given = {
  readonly house: House;
  readonly pack: EvidencePack;
  /** Whose eyes it is made with. */
  readonly actor: Actor;
  readonly advance: Advance;
  readonly done: (made: Made) => void;
};

const code = (name: string) => readFileSync(new URL(`./verifier/${name}`, import.meta.url), 'utf8');

/**
 * The archive, piece by piece into `sink`, from one snapshot of the database: records, events and the chain are of the same
 * moment. A transaction that only reads has no number, so it holds back no follower of the trail.
 */
export const makePack = (given: Given, sink: (bytes: Buffer) => Promise<void>): Promise<void> =>
  onConnection(given.house.pool, (tx) =>
    inSnapshot(tx, async () => {
      for await (const bytes of filesOf(tx, given)) await sink(bytes);
    }),
  );

async function inSnapshot(tx: Tx, work: () => Promise<void>): Promise<void> {
  await sql`begin isolation level repeatable read read only`.execute(tx.db);
  try {
    await sql`set local statement_timeout = 0`.execute(tx.db);
    await work();
  } finally {
    await sql`rollback`.execute(tx.db);
  }
}

async function* filesOf(tx: Tx, given: Given): AsyncIterable<Buffer> {
  const { house, pack, actor, advance, done } = given;
  const say = sayIn(house, pack.language ?? 'en');
  const scope = scopeOf(house, pack, actor);
  const head = await headOf(tx);
  const archive = new PackArchive();
  const told: Trailed = { events: 0, first: undefined };
  let records = 0;
  const counts: { type: string; plural: string; count: number; pages: number }[] = [];

  await advance('requirements', 5);
  yield* archive.add('verify.mjs', [code('check.mjs'), '\n', code('node.mjs')]);
  yield* archive.add('verify.html', [verifyPage()]);
  const items = await requirementsOf(tx, house, scope, say);
  yield* archive.add('requirements.json', [`${JSON.stringify(items, null, 1)}\n`]);
  yield* archive.add('requirements.html', [requirementsPage(items, say)]);
  const figures = await figuresOf(tx, house, actor, scope, say);
  yield* archive.add('figures.json', [`${JSON.stringify(figures, null, 1)}\n`]);

  await advance('documents', 20);
  const withSecret = pack.withSecret === true;
  const papers: string[] = [];
  for (const part of house.packed)
    for await (const { path, content } of part(tx, house, { actor, clauses: scope.clauses, withSecret })) {
      yield* archive.add(path, content);
      papers.push(path);
    }
  let leftOut = 0;
  for (const selection of scope.leftOut) leftOut += await countOf(tx, selection);

  await advance('records', 25);
  const attachments = new PackedAttachments();
  let typesDone = 0;
  for (const selection of scope.selections) {
    const { type } = selection;
    let [count, pages] = [0, 0];
    for await (const batch of batchesOf(tx, house, selection)) {
      pages += 1;
      count += batch.rows.length;
      const about = { n: pages, title: say.types(type.type) };
      yield* archive.add(`records/${type.plural}/${String(pages).padStart(4, '0')}.html`, recordPage(type, batch, say, about));
    }
    typesDone += 1;
    if (count === 0) continue;
    yield* archive.add(`records/${type.plural}.csv`, recordTable(tx, house, selection));
    yield* archive.add(`records/${type.plural}.jsonl`, recordLines(tx, house, selection));
    for await (const { path, content } of attachments.of(tx, selection)) yield* archive.add(path, content);
    if (head) yield* archive.add(`trail/${type.plural}.jsonl`, trailLines(tx, house, selection, head, told));
    records += count;
    counts.push({ type: type.type, plural: type.plural, count, pages });
    if (count > 500) await advance('records', 25 + Math.round((60 * typesDone) / scope.selections.length));
  }
  if (attachments.listed) yield* archive.add('attachments.csv', attachments.list());
  for await (const { path, content } of samplesOf(tx, house, scope, actor)) yield* archive.add(path, content);

  await advance('chain', 88);
  if (head) yield* archive.add('chain/batches.jsonl', batchLines(tx, told.first, head));
  const unsealed = await unsealedAfter(tx, head);
  yield* archive.add('index.html', [indexPage(say, pack, { counts, scope, papers, leftOut, attached: attachments.listed })]);
  yield* archive.add('READ-ME.txt', [readMe(say)]);

  await advance('ending', 97);
  const manifest = `${JSON.stringify({
    format: 'servanda-evidence-pack-1',
    number: pack.number,
    title: pack.title,
    organisation: await organisationName(tx),
    leftOut: { secret: leftOut },
    scope: { kind: pack.scope, clause: pack.clause, process: pack.process, from: scope.when.from, to: scope.when.to },
    madeAt: scope.when.now,
    madeFor: actor.name,
    chain: { head: told.first && head ? head.hash : '', batch: head?.batch ?? 0, unsealed },
    files: archive.files,
  }, null, 1)}\n`;
  yield* archive.end(manifest);
  done({
    records,
    events: told.events,
    files: archive.files.length + 1,
    manifestHash: createHash('sha256').update(manifest).digest('hex'),
    chainHead: head?.hash ?? '',
    unsealed,
    leftOut,
  });
} // prettier-ignore

const verifyPage = () =>
  code('page.html').replace('/* CODE */', () => code('check.mjs').replaceAll(/^export /gm, ''));

async function unsealedAfter(tx: Tx, head: Head | undefined): Promise<number> {
  const [row] = await tx.run<{ n: number }>(
    'pack_unsealed',
    'select count(*)::int as n from trail_event e where (e.txid, e.seq) > ($1::xid8, $2::bigint)',
    [head?.txid ?? '0', head?.seq ?? 0],
  );
  return row?.n ?? 0;
}

const organisationName = async (tx: Tx): Promise<string> =>
  (
    await tx.run<{ title: string }>(
      'pack_organisation',
      `select r.title from organisation o join record r on r.id = o.id
       where o.kind = 'own_unit' and o.parent_id is null order by o.id limit 1`,
    )
  )[0]?.title ?? '';

type Counted = {
  readonly type: string;
  readonly plural: string;
  readonly count: number;
  readonly pages: number;
};
type Contents = {
  readonly counts: readonly Counted[];
  readonly scope: PackScope;
  readonly papers: readonly string[];
  readonly leftOut: number;
  readonly attached: boolean;
};

function indexPage(say: Say, pack: EvidencePack, { counts, scope, papers, leftOut, attached }: Contents): string {
  const { when, requirements } = scope;
  const link = (to: string, words: string) => `<a href="${encodeURI(to)}">${escaped(words)}</a>`;
  const rows = counts.map(({ type, plural, count, pages }) => {
    const first = Array.from({ length: Math.min(pages, 50) }, (_, i) => link(`records/${plural}/${String(i + 1).padStart(4, '0')}.html`, String(i + 1)));
    return `<tr><td>${escaped(say.types(type))}</td><td>${count}</td><td>${first.join(' ')}</td><td>${link(`records/${plural}.csv`, 'CSV')} ${link(`records/${plural}.jsonl`, 'JSON')} ${link(`trail/${plural}.jsonl`, say.text('evidence_pack.trail'))}</td></tr>`;
  });
  const period = `${when.from.slice(0, 10)} – ${new Date(Date.parse(when.to) - 1).toISOString().slice(0, 10)}`;
  const links = [
    link('requirements.html', say.text('evidence_pack.requirements')),
    ...(attached ? [link('attachments.csv', say.text('evidence_pack.attachments'))] : []),
    link('verify.html', say.text('evidence_pack.verify')),
    link('READ-ME.txt', 'READ-ME'),
  ];
  const documents = papers.map((path) => `<li>${link(path, path.slice(path.indexOf('/') + 1))}</li>`).join('\n');
  const secret = leftOut > 0 ? `<p>${escaped(say.text('evidence_pack.left_out', { count: leftOut }))}</p>` : '';
  return page(
    say,
    `${pack.number} ${pack.title}`,
    `<p>${escaped(period)} · ${requirements.length} ${escaped(say.text('evidence_pack.requirements'))}</p>
<p>${links.join(' · ')}</p>
${secret}
<table><tbody>${rows.join('\n')}</tbody></table>
${papers.length > 0 ? `<h2>${escaped(say.types('document'))}</h2><ul>${documents}</ul>` : ''}`,
  ).whole;
} // prettier-ignore

const readMe = (say: Say) => `${say.text('evidence_pack.read_me', { newline: '\n' })}\n`;
