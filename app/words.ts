import kernelEn from '../kernel/i18n/en.ts';
import rolesEn from '../kernel/i18n/roles.en.ts';
import rolesZh from '../kernel/i18n/roles.zh-CN.ts';
import kernelZh from '../kernel/i18n/zh-CN.ts';
import authEn from '../platform/auth/i18n/en.ts';
import authZh from '../platform/auth/i18n/zh-CN.ts';
import type { Params } from '../platform/http/problem.ts';
import { translator } from '../platform/i18n/translate.ts';
import { merge, type Language } from '../platform/i18n/words.ts';

/** Everything the server may have to say, in both languages. */
export const dictionaries = {
  en: merge(authEn, kernelEn, rolesEn),
  'zh-CN': merge(authZh, kernelZh, rolesZh),
};

const translate = { en: translator('en', dictionaries), 'zh-CN': translator('zh-CN', dictionaries) };

export const words = (code: string, params: Params, language: Language): string => translate[language](code, params);
