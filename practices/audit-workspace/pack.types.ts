import { sql } from 'kysely';
import type { Actor } from '../../kernel/access/actor.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import type { Cursor } from '../../kernel/trail/read.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { PackedAttachments } from './pack.attachments.ts';
import type { Say } from './pack.html.ts';
import { numbered, type Counted } from './pack.index.ts';
import type { PackMaking } from './pack.making.ts';
import { papersOf, type Binding } from './pack.papers.ts';
import { isBefore, trailLines, type Head } from './pack.parts.ts';
import {
  batchAfter,
  batchesOf,
  countOf,
  recordLines,
  recordPage,
  recordTable,
  rowsAtOnce,
} from './pack.records.ts';
import { drawnNumbers } from './pack.samples.ts';
import type { Selection } from './pack.scope.ts';

/** Records that get a PDF of their own: those that samples drew, then those that an answer names. All stand in books. */
export const mostOwnPapers = 300;

type With = {
  readonly tx: Tx;
  readonly house: House;
  readonly making: PackMaking;
  readonly say: Say;
  readonly actor: Actor;
  readonly head: Head | undefined;
  readonly binding: Binding;
  /** The numbers of the records that the requirements' answers name. */
  readonly named: readonly string[];
};

/** The records of a pack, type by type: to read, on paper, as tables, complete, with their files and their trail. */
export class TypeFiles {
  readonly #with: With;
  readonly #progress: (share: number) => Promise<unknown>;
  readonly attachments = new PackedAttachments();
  readonly counts: Counted[] = [];
  /** The paths of the PDFs of single records. */
  readonly own: string[] = [];
  ownLeftOut = 0;
  records = 0;
  books = 0;
  events = 0;
  /** The earliest place in the chain of an event in the pack. */
  first: Cursor | undefined;
  #total = 0;
  #told = 0;

  constructor(given: With, progress: (share: number) => Promise<unknown>) {
    this.#with = given;
    this.#progress = progress;
  }

  async all(selections: readonly Selection[]): Promise<void> {
    for (const selection of selections) this.#total += await countOf(this.#with.tx, selection);
    for (const selection of selections) {
      const found = await this.#pages(selection);
      if (found.count === 0) continue;
      this.counts.push({ type: selection.type.type, plural: selection.type.plural, ...found });
      await this.#single(selection);
      await this.#data(selection);
      await this.#trail(selection);
    }
  }

  /** A page and a book for so many records each. */
  async #pages(selection: Selection): Promise<{ count: number; pages: number }> {
    const { tx, house, making, say, binding } = this.#with;
    const { type } = selection;
    let [count, pages] = [0, 0];
    for (let after: string | null = null; ;) {
      const from: string | null = after;
      const name = `records/${type.plural}/${numbered(pages + 1)}`;
      const kept: { n: number; last: string | null } = await making.once(name, async (add) => {
        const batch = await batchAfter(tx, house, selection, from);
        if (batch.rows.length === 0) return { n: 0, last: null };
        const title = `${say.types(type.type)} · ${pages + 1}`;
        const reading = { house, type, refs: batch.refs, say };
        await add(`${name}.html`, recordPage(reading, batch, title));
        await add(`${name}.pdf`, [await papersOf(tx, reading, batch.rows, binding, title)]);
        return { n: batch.rows.length, last: batch.rows.at(-1)?.id ?? null };
      });
      count += kept.n;
      pages += kept.n > 0 ? 1 : 0;
      after = kept.last;
      await this.#step(kept.n);
      if (kept.n < rowsAtOnce) break;
    }
    this.books += pages;
    return { count, pages };
  }

  /** Of their own, with their history: what an auditor takes in hand. */
  async #single({ type, where }: Selection): Promise<void> {
    const { tx, house, making, say, actor, binding, named } = this.#with;
    const room = mostOwnPapers - this.own.length;
    const kept = await making.once(`papers/${type.plural}`, async (add) => {
      const wanted = new Set([...(await drawnNumbers(tx, house, type.type, actor)), ...named]);
      if (wanted.size === 0) return { paths: [], leftOut: 0 };
      const numbers = [...wanted];
      const only = sql<boolean>`${where} and r.number = any(${numbers}::text[])`;
      const order = new Map(numbers.map((number, i) => [number, i]));
      const found: { row: BaseRecord; refs: Awaited<ReturnType<typeof batchAfter>>['refs'] }[] = [];
      for await (const { rows, refs } of batchesOf(tx, house, { type, where: only })) found.push(...rows.map((row) => ({ row, refs })));
      found.sort((a, b) => (order.get(a.row.number) ?? 0) - (order.get(b.row.number) ?? 0));
      const paths: string[] = [];
      for (const { row, refs } of found.slice(0, room)) {
        const path = `records/${type.plural}/${row.number}.pdf`;
        await add(path, [await papersOf(tx, { house, type, refs, say }, [row], binding, row.number, true)]);
        paths.push(path);
      }
      return { paths, leftOut: Math.max(0, found.length - room) };
    });
    this.own.push(...kept.paths);
    this.ownLeftOut += kept.leftOut;
  } // prettier-ignore

  async #data(selection: Selection): Promise<void> {
    const { tx, house, making } = this.#with;
    const { plural } = selection.type;
    await making.once(`data/${plural}`, async (add) => {
      await add(`records/${plural}.csv`, recordTable(tx, house, selection));
      await add(`records/${plural}.jsonl`, recordLines(tx, house, selection));
    });
    const known: Parameters<PackedAttachments['know']>[0][number][] = [];
    let made = false;
    const kept = await making.once(`attachments/${plural}`, async (add) => {
      made = true;
      for await (const { path, content } of this.attachments.of(tx, selection, known))
        await add(path, content);
      return known;
    });
    if (!made) this.attachments.know(kept);
  }

  async #trail(selection: Selection): Promise<void> {
    const { tx, house, making, head } = this.#with;
    const { plural } = selection.type;
    if (!head) return;
    const kept = await making.once(`trail/${plural}`, async (add) => {
      const told = { events: 0, first: undefined as Cursor | undefined };
      await add(`trail/${plural}.jsonl`, trailLines(tx, house, selection, head, told));
      return { events: told.events, first: told.first ?? null };
    });
    this.events += kept.events;
    if (kept.first && (!this.first || isBefore(kept.first, this.first))) this.first = kept.first;
  }

  /** Told in steps of some percent: each is an act, which the trail keeps. */
  async #step(n: number): Promise<void> {
    this.records += n;
    const share = this.records / Math.max(1, this.#total);
    if (share - this.#told < 0.08 || this.#total < 500) return;
    this.#told = share;
    await this.#progress(Math.min(1, share));
  }
}
