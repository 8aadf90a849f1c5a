import { isLanguage } from '../../platform/i18n/words.ts';
import { translator } from '../../platform/i18n/translate.ts';
import en from './i18n/refusals.en.ts';
import zh from './i18n/refusals.zh-CN.ts';

const translators = {
  en: translator('en', { en, 'zh-CN': zh }),
  'zh-CN': translator('zh-CN', { en, 'zh-CN': zh }),
};

/** What the requester reads before an incident is closed, in their language and their time. */
export function noticeOfClosing(closing: {
  number: string;
  closesAt: string;
  language: string | null;
  zone: string | null;
}): string {
  const language = isLanguage(closing.language) ? closing.language : 'en';
  const on = new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: closing.zone ?? 'UTC',
  });
  return translators[language]('incident.notice.closing', {
    number: closing.number,
    on: on.format(new Date(closing.closesAt)),
  });
}
