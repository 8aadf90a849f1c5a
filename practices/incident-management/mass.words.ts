import kernelEn from '../../kernel/i18n/en.ts';
import kernelZh from '../../kernel/i18n/zh-CN.ts';
import rolesEn from '../../kernel/i18n/roles.en.ts';
import rolesZh from '../../kernel/i18n/roles.zh-CN.ts';
import { translator } from '../../platform/i18n/translate.ts';
import { merge, type Language } from '../../platform/i18n/words.ts';
import type { Params } from '../../platform/http/problem.ts';
import en from './i18n/en.ts';
import refusalsEn from './i18n/refusals.en.ts';
import refusalsZh from './i18n/refusals.zh-CN.ts';
import majorEn from './i18n/major.en.ts';
import majorZh from './i18n/major.zh-CN.ts';
import zh from './i18n/zh-CN.ts';

const dictionaries = {
  en: merge(kernelEn, rolesEn, en, refusalsEn, majorEn),
  'zh-CN': merge(kernelZh, rolesZh, zh, refusalsZh, majorZh),
};
const translators = { en: translator('en', dictionaries), 'zh-CN': translator('zh-CN', dictionaries) };

/** Why an item of a mass job was refused: kept as a code when it happened, told in the language of whoever asks. */
export const refusedInWords = (why: { readonly code: string; readonly params: object }, language: Language) =>
  translators[language](why.code, why.params as Params);
