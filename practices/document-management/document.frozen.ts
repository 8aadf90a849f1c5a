import { createHash } from 'node:crypto';
import { blocksOf } from '../../kernel/live-block/registry.ts';
import { renderLive, type Drawn, type Fault } from '../../kernel/live-block/render.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Language } from '../../platform/i18n/words.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { kept, type Document } from './document.fields.ts';

/** A text as it is read in one language, and what its live blocks said. */
type Frozen = { readonly text: string; readonly blocks: readonly Drawn[] };
export type Drawing = {
  readonly en: Frozen | null;
  readonly zh: Frozen | null;
  readonly faults: readonly (Fault & { readonly field: 'bodyEn' | 'bodyZh' })[];
};

/** What a text may say of its own document: `{{document:version}}`. */
export type Self = Pick<Document, 'code' | 'titleEn' | 'titleZh'> & {
  readonly version: string;
  readonly owner: string | null;
  readonly effectiveOn: string | null;
  readonly reviewDueOn: string | null;
};

export const languageOf = (side: 'En' | 'Zh'): Language => (side === 'En' ? 'en' : 'zh-CN');

export function aboutOf(self: Self, language: Language): Readonly<Record<string, string>> {
  const title = language === 'en' ? (self.titleEn ?? self.titleZh) : (self.titleZh ?? self.titleEn);
  return {
    'document:code': self.code ?? '–',
    'document:version': self.version,
    'document:title': title ?? '–',
    'document:owner': self.owner ?? '–',
    'document:effective': self.effectiveOn ?? '–',
    'document:review_due': self.reviewDueOn ?? '–',
  };
}

/** Every language of a document with its live blocks as the data are at this moment. */
export async function drawn(
  tx: Tx,
  house: House,
  document: Pick<Document, 'languages' | 'bodyEn' | 'bodyZh'>,
  self: Self,
): Promise<Drawing> {
  const made: { En: Frozen | null; Zh: Frozen | null } = { En: null, Zh: null };
  const faults: Drawing['faults'][number][] = [];
  for (const side of kept(document)) {
    const body = document[`body${side}`];
    if (body === null) continue;
    const language = languageOf(side);
    const found = await renderLive(tx, body, { house, language, about: aboutOf(self, language) });
    made[side] = { text: found.text, blocks: found.blocks };
    faults.push(...found.faults.map((fault) => ({ ...fault, field: `body${side}` as const })));
  }
  return { en: made.En, zh: made.Zh, faults };
}

type Hashed = Pick<Document, 'code' | 'titleEn' | 'titleZh' | 'bodyEn' | 'bodyZh'> & {
  readonly version: string;
  readonly frozenEn: string | null;
  readonly frozenZh: string | null;
};

/** SHA-256 over what the version says, in a fixed order, so that anybody can make it again. */
export function hashOf({
  code,
  version,
  titleEn,
  titleZh,
  bodyEn,
  bodyZh,
  frozenEn,
  frozenZh,
}: Hashed): string {
  const parts = [code, version, titleEn, titleZh, bodyEn, bodyZh, frozenEn, frozenZh];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** A fault in the language of whoever submits, not of the text. */
export const faultWords = (house: House, fault: Fault, language: Language) =>
  blocksOf(house).say(language)(fault.code, fault.params);
