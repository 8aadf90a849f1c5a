import en from './i18n/en.ts';
import zh from './i18n/zh-CN.ts';

export const dictionariesOf = { en, 'zh-CN': zh };
