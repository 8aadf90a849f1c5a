import { translator } from '../../platform/i18n/translate.ts';
import { isLanguage } from '../../platform/i18n/words.ts';
import type { Params } from '../../platform/http/problem.ts';
import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';

const translators = {
  en: translator('en', { en, 'zh-CN': zh }),
  'zh-CN': translator('zh-CN', { en, 'zh-CN': zh }),
};

/** What the software itself writes into records, in the language of who reads it. */
export const said = (language: string | null, key: string, params: Params): string =>
  translators[isLanguage(language) ? language : 'en'](key, params);
