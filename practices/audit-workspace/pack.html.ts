import type { Language } from '../../kernel/access/actor.ts';
import { fieldLabel, firstWords, optionLabel, type Words } from '../../kernel/import/labels.ts';
import { blocksOf } from '../../kernel/live-block/registry.ts';
import type { House } from '../../kernel/practice/house.ts';
import { wordRoot } from '../../platform/i18n/words.ts';

/** What a pack says in its owner's language, from the same words as the pages. */
export type Say = {
  readonly language: Language;
  readonly text: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  readonly types: (type: string) => string;
  readonly field: (type: string, key: string) => string;
  readonly option: (type: string, key: string, value: string | number) => string;
  readonly state: (type: string, state: string) => string;
  readonly yes: (value: boolean) => string;
  /** The first of these keys that has words. */
  readonly first: (keys: readonly string[], otherwise: string) => string;
};

export function sayIn(house: House, language: Language): Say {
  const translate = blocksOf(house).say(language);
  const words: Words = (code, params) => translate(code, params);
  const first = (keys: readonly string[], otherwise: string) => firstWords(words, keys, language) ?? otherwise;
  return {
    language,
    text: translate,
    types: (type) => first([`${wordRoot(type)}.plural`], type),
    field: (type, key) => fieldLabel(words, type, key, language),
    option: (type, key, value) => optionLabel(words, type, key, value, language) ?? String(value),
    state: (type, state) => first([`${wordRoot(type)}.state.${state}`, `record.state.${state}`], state),
    yes: (value) => translate(value ? 'evidence_pack.yes' : 'evidence_pack.no'),
    first,
  };
} // prettier-ignore

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter);

const style = `body{font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:2rem;color-scheme:light dark}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8884;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:break-word}
th{position:sticky;top:0;background:Canvas}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}h3{font-size:1rem;margin:1.4rem 0 .3rem}
.met{color:#1b7f4b}.partly{color:#9a6700}.missing,.failed{color:#b3261e}small{opacity:.75}@media print{th{position:static}}`;

/** A page that any browser opens and prints, from its head to where its body begins, and the whole of it. */
export const page = (say: Say, title: string, body: string) => {
  const top = `<!doctype html><html lang="${say.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1>${body}`;
  return { top, whole: `${top}</body></html>` };
};
