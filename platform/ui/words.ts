import i18n, { type TOptions } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { isLanguage, languages, merge, type Language, type Path, type Words } from '../i18n/words.ts';
import { speak } from './api.ts';
import type en from './i18n/en.ts';

/** Loads one language's words; only the language in use is fetched. */
export type WordLoader = Readonly<Record<Language, () => Promise<{ default: Words }>>>;

const kept = 'servanda.language';
let loaders: { readonly first: readonly WordLoader[]; readonly later: readonly WordLoader[] } = {
  first: [],
  later: [],
};
/** Words that are data (labels an organisation gave its own fields), kept for languages not loaded yet. */
let added: Readonly<Record<Language, Words>> = { en: {}, 'zh-CN': {} };
/** The words of the other pages, once somebody waits for them or the browser has nothing better to do. */
let rest: Promise<void> | undefined;
/** The languages of which every word is here. */
const whole = new Set<Language>();

/** The language last used here, else the browser's. */
export function firstLanguage(): Language {
  const stored = localStorage.getItem(kept);
  if (isLanguage(stored)) return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Loads what the first page says; the words of the other pages follow when it is there. */
export async function startWords(
  first: readonly WordLoader[],
  later: readonly WordLoader[] = [],
): Promise<void> {
  loaders = { first, later };
  await i18n.use(initReactI18next).init({
    resources: {},
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    react: { bindI18nStore: 'added' },
  });
  await setLanguage(firstLanguage());
}

export async function setLanguage(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation')) {
    const words = await load(loaders.first, language);
    i18n.addResourceBundle(language, 'translation', merge(words, added[language]));
  }
  await i18n.changeLanguage(language);
  localStorage.setItem(kept, language);
  document.documentElement.lang = language;
  speak(language);
  if (!whole.has(language)) rest = undefined;
  whenIdle(() => void allWords());
}

const whenIdle = (run: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(run, { timeout: 2000 }) : setTimeout(run, 300);

const load = async (from: readonly WordLoader[], language: Language): Promise<Words> =>
  merge(...(await Promise.all(from.map((one) => one[language]()))).map((part) => part.default));

/** Every word of the language in use is here once this is fulfilled. */
export function allWords(): Promise<void> {
  const language = i18n.language;
  if (!isLanguage(language) || whole.has(language)) return Promise.resolve();
  return (rest ??= loadRest(language));
}

async function loadRest(language: Language): Promise<void> {
  const words = await load(loaders.later, language);
  whole.add(language);
  i18n.addResourceBundle(language, 'translation', merge(words, added[language]), true, true);
}

/** Is every word here, or only those of the first page? */
export function useAllWords(): boolean {
  const { i18n: instance } = useTranslation();
  return isLanguage(instance.language) && whole.has(instance.language);
}

/** Adds to the words of both languages, whichever is loaded now. */
export function addWords(words: Readonly<Record<Language, Words>>): void {
  added = { en: merge(added.en, words.en), 'zh-CN': merge(added['zh-CN'], words['zh-CN']) };
  for (const language of languages)
    if (i18n.hasResourceBundle(language, 'translation'))
      i18n.addResourceBundle(language, 'translation', words[language], true, true);
}

export const useLanguage = (): Language => {
  const { i18n: instance } = useTranslation();
  return isLanguage(instance.language) ? instance.language : 'en';
};

/** `t` that accepts only the keys of the dictionary `D`: `useWords<typeof en>()`. */
export function useWords<D>(): (key: Path<D>, params?: TOptions) => string {
  const { t } = useTranslation();
  return (key, params) => t(key as string, { ...params });
}

export const useUiWords = useWords<typeof en>;

/** The words of the first key that has any, for keys made from data; else `otherwise`. */
export function useFirstWords(): (keys: readonly string[], otherwise: string) => string {
  const { t, i18n: instance } = useTranslation();
  return (keys, otherwise) => {
    const key = keys.find((k) => instance.exists(k));
    return key === undefined ? otherwise : t(key);
  };
}
