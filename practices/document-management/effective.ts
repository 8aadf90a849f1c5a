import { system } from '../../kernel/access/actor.ts';
import { changedBlocks, type Moved } from '../../kernel/live-block/compare.ts';
import { renderLive, type Drawn, type Fault } from '../../kernel/live-block/render.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Language } from '../../platform/i18n/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { aboutOf } from './document.frozen.ts';
import { readingOf, type Reading } from './reading.queries.ts';

export type Living = {
  /** The text with its live blocks as the data are now. */
  readonly text: string;
  /** Blocks that say something else than when the version was approved. */
  readonly changed: readonly Moved[];
  readonly faults: readonly Fault[];
};

/** What a version in force says today, and what of it has moved since it was approved. */
export async function livingText(tx: Tx, house: House, reading: Reading): Promise<Living> {
  const { language } = reading;
  const now = await renderLive(tx, reading.body, {
    house,
    language,
    about: aboutOf(reading, language),
  });
  const then = reading.blocks[language] as readonly Drawn[];
  // What a document says of itself (its next review) moves with it, and is no change of the organisation's rules.
  const own = (key: string) => key.startsWith('document:');
  return {
    text: now.text,
    changed: changedBlocks(then, now.blocks).filter(({ key }) => !own(key)),
    faults: now.faults,
  };
}

export type Effective = Reading & {
  readonly text: string;
  readonly changed: readonly Moved[];
  readonly faults: readonly Fault[];
};

/**
 * The seam for export: the version in force of the document with this code, in this language where it is kept in it, with
 * its live blocks drawn; `frozen` is the text as it was approved. Undefined where nothing of it is in force. It looks as
 * the software: whoever hands the result on has asked whether its reader may have it (`readable`).
 */
export async function effectiveDocument(
  tx: Tx,
  house: House,
  code: string,
  language: Language,
): Promise<Effective | undefined> {
  const reading = await readingOf(tx, house, system(), code, language);
  return reading && { ...reading, ...(await livingText(tx, house, reading)) };
}
