import { createInstance } from 'i18next';
import type { Params } from '../http/problem.ts';
import type { Language, Words } from './words.ts';

export type Translate = (key: string, params?: Params) => string;

/** Words for the server (problems, mails, exports) from the same dictionaries as the pages; no React here. */
export function translator(language: Language, resources: Readonly<Record<Language, Words>>): Translate {
  const i18n = createInstance();
  void i18n.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: resources.en }, 'zh-CN': { translation: resources['zh-CN'] } },
    interpolation: { escapeValue: false },
  });
  return (key, params) => i18n.t(key, { ...params });
}
