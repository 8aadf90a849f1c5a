import i18n, { type TOptions } from 'i18next';
import { useCallback, useSyncExternalStore } from 'react';
import { isLanguage, languages, merge, type Language, type Path, type Words } from '../i18n/words.ts';
import { speak } from './api.ts';
import type en from './i18n/en.ts';

/** Loads one language's words; only the language in use is fetched. */
export type WordLoader = Readonly<Record<Language, () => Promise<{ default: Words }>>>;

const kept = 'servanda.language';
let loaders: readonly WordLoader[] = [];
/** Words that are data (labels an organisation gave its own fields), kept for languages not loaded yet. */
let added: Readonly<Record<Language, Words>> = { en: {}, 'zh-CN': {} };

/**
 * What the page says now. A list has thousands of words, so whoever says one subscribes to this alone, and `t` stays
 * the same function until it says something else: what is computed from it is then kept, too.
 */
type Spoken = {
  readonly language: Language;
  readonly t: (key: string, params?: TOptions) => string;
};
let spoken = speaking();
const listeners = new Set<() => void>();

function speaking(): Spoken {
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  return { language, t: (key, params) => i18n.t(key, { ...params }) };
}
function tellAll(): void {
  spoken = speaking();
  for (const listener of listeners) listener();
}
function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
const useSpoken = () => useSyncExternalStore(listen, () => spoken);

/** Of who is signed in: the server has written it on the page. Else the language last used here, else the browser's. */
export function firstLanguage(): Language {
  const { lang } = document.documentElement;
  if (isLanguage(lang) && document.querySelector('meta[name="signed-in"]')) return lang;
  const stored = localStorage.getItem(kept);
  if (isLanguage(stored)) return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Loads all that the pages say, in the language to begin with: words that came later would draw every page twice. */
export async function startWords(all: readonly WordLoader[]): Promise<void> {
  loaders = all;
  await i18n.init({ resources: {}, interpolation: { escapeValue: false }, returnEmptyString: false });
  await setLanguage(firstLanguage());
}

export async function setLanguage(language: Language): Promise<void> {
  // Asked at every page: said again, all of them would be drawn again.
  if (i18n.language === language && i18n.hasResourceBundle(language, 'translation')) return;
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const words = instead(await load(language), language);
    i18n.addResourceBundle(language, 'translation', merge(words, added[language]));
  }
  await i18n.changeLanguage(language);
  localStorage.setItem(kept, language);
  document.documentElement.lang = language;
  speak(language);
  tellAll();
}

const load = async (language: Language): Promise<Words> =>
  merge(...(await Promise.all(loaders.map((one) => one[language]()))).map((part) => part.default));

type Reword = (text: string, language: Language) => string;
let reword: Reword | undefined;

/** Says everything in other words from now on, in both languages. What was added as data is somebody's own and stays. */
export function sayInstead(next: Reword): void {
  if (reword === next) return;
  reword = next;
  for (const language of languages)
    if (i18n.hasResourceBundle(language, 'translation'))
      i18n.addResourceBundle(
        language,
        'translation',
        merge(instead(i18n.getResourceBundle(language, 'translation') as Words, language), added[language]),
        true,
        true,
      );
  tellAll();
}

function instead(words: Words, language: Language): Words {
  const say = reword;
  if (!say) return words;
  const all = (part: Words): Words =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        typeof value === 'string' ? say(value, language) : all(value),
      ]),
    );
  return all(words);
}

/** Adds to the words of both languages, whichever is loaded now. */
export function addWords(words: Readonly<Record<Language, Words>>): void {
  added = { en: merge(added.en, words.en), 'zh-CN': merge(added['zh-CN'], words['zh-CN']) };
  for (const language of languages)
    if (i18n.hasResourceBundle(language, 'translation'))
      i18n.addResourceBundle(language, 'translation', words[language], true, true);
  tellAll();
}

export const useLanguage = (): Language => useSpoken().language;

/** `t` that accepts only the keys of the dictionary `D`: `useWords<typeof en>()`. */
export function useWords<D>(): (key: Path<D>, params?: TOptions) => string {
  return useSpoken().t;
}

export const useUiWords = useWords<typeof en>;

/** The words of the first key that has any, for keys made from data; else `otherwise`. */
export function useFirstWords(): (keys: readonly string[], otherwise: string) => string {
  const { t } = useSpoken();
  return useCallback(
    (keys, otherwise) => {
      const key = keys.find((k) => i18n.exists(k));
      return key === undefined ? otherwise : t(key);
    },
    [t],
  );
}
