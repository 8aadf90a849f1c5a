import { words } from '../search/words.ts';
import type { Draft, ProposalSource, ProposalTarget } from './proposal.ts';

/** One thing that is told: a word of a text (`field` undefined) or the value of a field. */
export type Feature = { readonly field: string | undefined; readonly value: string; readonly hash: number };

const mostWords = 200;

/** What a draft tells about a target: the words of its texts, Chinese and English alike, and the values of its fields. */
export function featuresOf(source: ProposalSource, target: ProposalTarget, draft: Draft): Feature[] {
  const texts = source.texts.map((field) => draft[field]).filter((text) => typeof text === 'string');
  const said = tokens(texts.join('\n')).map((word) => feature(undefined, word));
  const facts = target.from.flatMap((field) => {
    const value = draft[field];
    return typeof value === 'string' || typeof value === 'number' || value === true
      ? [feature(field, String(value))]
      : [];
  });
  return [...facts, ...said];
}

/** The different words of a text in lower case; single Latin letters say nothing, single Chinese characters may. */
export function tokens(text: string): string[] {
  const found =
    words(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.filter((word) => word.length > 1 || !/[a-z]/.test(word)))].slice(0, mostWords);
}

const feature = (field: string | undefined, value: string): Feature => ({
  field,
  value,
  hash: fnv1a(field === undefined ? `w ${value}` : `f ${field} ${value.trim().toLowerCase()}`),
});

/** FNV-1a over UTF-16, 32 bits: among 50,000 features fewer than one pair is expected to collide. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
