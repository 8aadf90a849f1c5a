import { wordRoot } from '../../platform/i18n/words.ts';
import type { Language } from '../access/actor.ts';
import { firstWords } from '../import/labels.ts';
import type { WordsFor } from '../practice/routes/records.ts';
import type { Recipient } from './mail.store.ts';
import type { Notification } from './notification.store.ts';
import { nameOfKind, sentence } from './sentence.ts';
import type { Letter, Part } from './template.ts';

export type Drawn = { readonly subject: string; readonly letter: Letter };

type Given = {
  readonly words: WordsFor;
  readonly publicUrl: string;
  readonly organisation: string;
  readonly to: Recipient;
};

/** Whoever works outside reads their records in the portal. */
const recordUrl = ({ publicUrl, to }: Given, { record, mailPath }: Notification) =>
  mailPath !== undefined
    ? `${publicUrl}${mailPath}`
    : `${publicUrl}/${to.outside ? 'portal/records' : record.plural}/${encodeURIComponent(record.number)}`;

export function noticeLetter(given: Given, notice: Notification): Drawn {
  const { words, to } = given;
  const said = sentence(words, notice, to);
  const { record, params } = notice;
  const parts: Part[] = [
    {
      kind: 'record',
      number: record.number,
      // Most headings hold it already.
      title: said.title.includes(record.title) ? null : record.title,
      type: capital(words(`${wordRoot(record.type)}.name`, {}, to.language)),
    },
    { kind: 'text', text: said.body },
  ];
  if (said.quote !== null)
    parts.push({
      kind: 'quote',
      text: said.quote,
      by: typeof params['by'] === 'string' ? params['by'] : null,
    });
  if (said.facts.length > 0) parts.push({ kind: 'facts', facts: said.facts });
  parts.push({
    kind: 'button',
    // Where a mail asks for one thing, its button says which.
    label:
      firstWords(words, [`notice.${notice.kind}.open`], to.language) ??
      words('mail.open', { number: record.number }, to.language),
    url: recordUrl(given, notice),
  });
  return {
    subject: withNumber(record.number, said.title, (n, title) => `[${n}] ${title}`),
    letter: letter(given, said.title, said.body, parts, [
      words('mail.why_notice', { kind: nameOfKind(words, notice.kind, to.language) }, to.language),
    ]),
  };
}

/** Some titles hold the number; it is not said twice. */
const withNumber = (number: string, title: string, both: (number: string, title: string) => string) =>
  title.includes(number) ? title : both(number, title);
/** Types are named as they stand within a sentence; here the name begins a line. */
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

export function digestLetter(given: Given, notices: readonly Notification[], at: number): Drawn {
  const { words, to } = given;
  const day = new Intl.DateTimeFormat(to.language, { dateStyle: 'long', timeZone: to.zone }).format(at);
  const time = new Intl.DateTimeFormat(to.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: to.zone,
  });
  const heading = words('mail.digest_heading', { day, count: notices.length }, to.language);
  const parts = notices.map((notice): Part => {
    const said = sentence(words, notice, to);
    return {
      kind: 'item',
      title: withNumber(notice.record.number, said.title, (n, title) => `${n} · ${title}`),
      text: said.body,
      at: time.format(new Date(notice.at)),
      url: recordUrl(given, notice),
    };
  });
  return {
    subject: heading,
    letter: letter(given, heading, words('mail.digest_preview', {}, to.language), parts, [
      words('mail.why_digest', {}, to.language),
    ]),
  };
}

export function testLetter(given: Given): Drawn {
  const { words, to } = given;
  const say = (key: 'test_heading' | 'test_body' | 'test_open' | 'why_test') =>
    words(`mail.${key}`, {}, to.language);
  const parts: Part[] = [
    { kind: 'text', text: say('test_body') },
    { kind: 'button', label: say('test_open'), url: `${given.publicUrl}/mail` },
  ];
  return {
    subject: say('test_heading'),
    letter: letter(given, say('test_heading'), say('test_body'), parts, [say('why_test')]),
  };
}

function letter(
  { words, publicUrl, organisation, to }: Given,
  heading: string,
  preview: string,
  parts: readonly Part[],
  why: readonly string[],
): Letter {
  const language: Language = to.language;
  return {
    language,
    organisation,
    heading,
    preview,
    parts,
    footer: [...why, words('mail.zone', { zone: to.zone }, language)],
    preferences: {
      label: words('mail.preferences', {}, language),
      url: `${publicUrl}/${to.outside ? 'portal/notices' : 'account'}#notifications`,
    },
  };
}
