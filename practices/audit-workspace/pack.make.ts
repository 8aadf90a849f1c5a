import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import type { EvidencePack, stages } from './pack.fields.ts';
import { sayIn, type Say } from './pack.html.ts';
import { indexPage } from './pack.index.ts';
import type { PackMaking } from './pack.making.ts';
import { batchLines, figuresOf, headOf, requirementsOf, requirementsPage, type Head } from './pack.parts.ts';
import { countOf, rowsAtOnce } from './pack.records.ts';
import { samplesOf } from './pack.samples.ts';
import { scopeOf } from './pack.scope.ts';
import { mostOwnPapers, TypeFiles } from './pack.types.ts';

export type Made = {
  readonly records: number;
  readonly events: number;
  readonly files: number;
  readonly bytes: number;
  readonly manifestHash: string;
  readonly archiveHash: string;
  readonly chainHead: string;
  readonly unsealed: number;
  readonly leftOut: number;
  readonly ownPapers: number;
  readonly books: number;
};
type Given = {
  readonly house: House;
  readonly pack: EvidencePack;
  /** Whose eyes it is made with. */
  readonly actor: Actor;
  readonly advance: (stage: (typeof stages)[number], progress: number) => Promise<unknown>;
};

const code = (name: string) => readFileSync(new URL(`./verifier/${name}`, import.meta.url), 'utf8');

/**
 * The archive, part by part, from one snapshot of the database: records, events and the chain are of the same moment. A
 * pack that is taken up again is made of two snapshots; its manifest tells for each part of which moment it is. A
 * transaction that only reads has no number, so it holds back no follower of the trail.
 */
export const makePack = (given: Given, making: PackMaking): Promise<Made> =>
  onConnection(given.house.pool, (tx) => inSnapshot(tx, () => filled(tx, given, making)));

async function inSnapshot<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`begin isolation level repeatable read read only`.execute(tx.db);
  try {
    await sql`set local statement_timeout = 0`.execute(tx.db);
    return await work();
  } finally {
    await sql`rollback`.execute(tx.db);
  }
}

async function filled(tx: Tx, given: Given, making: PackMaking): Promise<Made> {
  const { house, pack, actor, advance } = given;
  const say = sayIn(house, pack.language ?? 'en');
  const scope = scopeOf(house, pack, actor);
  const head = await headOf(tx);
  const organisation = await organisationName(tx);

  await advance('requirements', 5);
  const { named } = await making.once('answers', async (add) => {
    await add('verify.mjs', [code('check.mjs'), '\n', code('node.mjs')]);
    await add('verify.html', [verifyPage()]);
    const items = await requirementsOf(tx, house, scope, say);
    await add('requirements.json', [`${JSON.stringify(items, null, 1)}\n`]);
    await add('requirements.html', [requirementsPage(items, say)]);
    const figures = await figuresOf(tx, house, actor, scope, say);
    await add('figures.json', [`${JSON.stringify(figures, null, 1)}\n`]);
    return { named: [...new Set(items.flatMap(({ checks }) => checks.flatMap(({ found }) => found)))] };
  });

  await advance('documents', 20);
  const papers = await making.once('documents', async (add) => {
    const paths: string[] = [];
    for (const part of house.packed)
      for await (const { path, content } of part(tx, house, { actor, clauses: scope.clauses, withSecret: pack.withSecret === true })) {
        await add(path, content);
        paths.push(path);
      }
    return paths;
  });
  let leftOut = 0;
  for (const selection of scope.leftOut) leftOut += await countOf(tx, selection);

  await advance('records', 25);
  const binding = { pack, organisation, at: scope.when.now };
  const types = new TypeFiles({ tx, house, making, say, actor, head, binding, named }, (share) => advance('records', 25 + Math.round(60 * share)));
  await types.all(scope.selections);
  await making.once('attachments', async (add) => {
    if (types.attachments.listed) await add('attachments.csv', types.attachments.list());
  });
  await making.once('samples', async (add) => {
    for await (const { path, content } of samplesOf(tx, house, scope, actor)) await add(path, content);
  });

  await advance('chain', 88);
  const ended = await making.once('chain', async (add) => {
    if (head) await add('chain/batches.jsonl', batchLines(tx, types.first, head));
    return { hash: head?.hash ?? '', batch: head?.batch ?? 0, unsealed: await unsealedAfter(tx, head) };
  });
  await making.once('index', async (add) => {
    const contents = { counts: types.counts, scope, papers, own: types.own, leftOut, attached: types.attachments.listed };
    await add('index.html', [indexPage(say, pack, contents)]);
    await add('READ-ME.txt', [readMe(say)]);
  });

  await advance('ending', 97);
  const manifest = `${JSON.stringify({
    format: 'servanda-evidence-pack-1',
    number: pack.number,
    title: pack.title,
    organisation,
    leftOut: { secret: leftOut },
    scope: { kind: pack.scope, clause: pack.clause, process: pack.process, from: scope.when.from, to: scope.when.to },
    madeAt: scope.when.now,
    madeFor: actor.name,
    /** Records with a PDF of their own, at most so many; all records are in books. */
    papers: { own: types.own.length, ownAtMost: mostOwnPapers, ownLeftOut: types.ownLeftOut, books: types.books },
    chain: { head: types.first ? ended.hash : '', batch: ended.batch, unsealed: ended.unsealed },
    parts: making.parts.map(({ name, madeAt, files, sha256 }) => ({ name, madeAt, files: files.length, sha256 })),
    files: making.files,
  }, null, 1)}\n`;
  const stored = await making.end(manifest);
  return {
    records: types.records,
    events: types.events,
    files: making.files.length,
    ...stored,
    manifestHash: createHash('sha256').update(manifest).digest('hex'),
    chainHead: ended.hash,
    unsealed: ended.unsealed,
    leftOut,
    ownPapers: types.own.length,
    books: types.books,
  };
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

const readMe = (say: Say) =>
  `${say.text('evidence_pack.read_me', { newline: '\n', many: rowsAtOnce, most: mostOwnPapers })}\n`;
