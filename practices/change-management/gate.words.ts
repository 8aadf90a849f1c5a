import kernelEn from '../../kernel/i18n/en.ts';
import rolesEn from '../../kernel/i18n/roles.en.ts';
import rolesZh from '../../kernel/i18n/roles.zh-CN.ts';
import kernelZh from '../../kernel/i18n/zh-CN.ts';
import type { Refusal } from '../../kernel/process/process.ts';
import { translator, type Translate } from '../../platform/i18n/translate.ts';
import { merge, type Language } from '../../platform/i18n/words.ts';
import en from './i18n/en.ts';
import refusalsEn from './i18n/refusals.en.ts';
import refusalsZh from './i18n/refusals.zh-CN.ts';
import scheduleEn from './i18n/schedule.en.ts';
import scheduleZh from './i18n/schedule.zh-CN.ts';
import zh from './i18n/zh-CN.ts';

const resources = {
  en: merge(kernelEn, rolesEn, en, refusalsEn, scheduleEn),
  'zh-CN': merge(kernelZh, rolesZh, zh, refusalsZh, scheduleZh),
};
const spoken = new Map<Language, Translate>();

/** Refusals that are no problem of the call itself: a pipeline's log and a calendar have no pages to spell them. */
export function wordsIn(language: Language): Translate {
  const known = spoken.get(language) ?? translator(language, resources);
  spoken.set(language, known);
  return known;
}
export const told = ({ code, params = {} }: Refusal, language: Language) => ({
  code,
  message: wordsIn(language)(code, params),
});
