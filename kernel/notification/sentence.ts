import { languages } from '../../platform/i18n/words.ts';
import type { Language } from '../access/actor.ts';
import type { WordsFor } from '../practice/routes/records.ts';

/** What a notice says to one reader. */
export type Sentence = {
  readonly title: string;
  readonly body: string;
  /** What somebody wrote, word for word. */
  readonly quote: string | null;
  readonly facts: readonly (readonly [string, string])[];
};

type Told = {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly record: { readonly number: string; readonly title: string; readonly type: string };
};
export type Reader = { readonly language: Language; readonly zone: string };

/** What people typed is taken as it is: not looked up as words, not read as an instant. */
const asWritten = new Set(['number', 'title', 'text', 'by']);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/;

export function sentence(words: WordsFor, { kind, params, record }: Told, reader: Reader): Sentence {
  const typed: string[] = [];
  // Put in after the words are made, so that no text can be taken for a key, a nested phrase or a placeholder.
  const hold = (text: string) => `\uE000${typed.push(text) - 1}\uE001`;
  const release = (text: string) =>
    text.replaceAll(/\uE000(\d+)\uE001/g, (_, place) => typed[Number(place)] ?? '');
  const given = Object.entries<unknown>({ ...params, number: record.number, title: record.title })
    .filter(([, value]) => ['string', 'number'].includes(typeof value))
    .map(([key, value]) => {
      const text = String(value);
      if (asWritten.has(key)) return [key, hold(text)] as const;
      return [key, text.startsWith('@') ? text : hold(inZone(text, reader))] as const;
    });
  const all = { ...Object.fromEntries(given), recordType: `@${record.type}.name` };
  const say = (part: string) => release(words(`notice.${kind}.${part}`, all, reader.language));
  const body = say('body');
  const { text } = params;
  return {
    title: say('title'),
    body,
    // Some kinds say nothing but what somebody wrote; it is not said twice.
    quote: typeof text === 'string' && text !== '' && !body.includes(text) ? text : null,
    facts: factsOf(params['facts']).map(([label, value]) => [
      told(words, label, reader),
      told(words, value, reader),
    ]),
  };
}

export const nameOfKind = (words: WordsFor, kind: string, language: Language) =>
  words(`notice.${kind}.name`, {}, language);

/** What people wrote comes in both languages and is taken as it is; a plain text may be the key of words, or an instant. */
type Part = string | Readonly<Record<Language, string>>;

const isPart = (part: unknown): part is Part =>
  typeof part === 'string' ||
  (typeof part === 'object' && part !== null && languages.every((l) => l in part));

const factsOf = (facts: unknown): [Part, Part][] =>
  Array.isArray(facts)
    ? facts.flatMap((fact: unknown) =>
        Array.isArray(fact) && fact.length === 2 && isPart(fact[0]) && isPart(fact[1])
          ? [[fact[0], fact[1]] as [Part, Part]]
          : [],
      )
    : [];

function told(words: WordsFor, part: Part, reader: Reader): string {
  if (typeof part !== 'string') return part[reader.language];
  return part.startsWith('@') ? words(part.slice(1), {}, reader.language) : inZone(part, reader);
}

const day = /^\d{4}-\d\d-\d\d$/;

function inZone(text: string, { language, zone }: Reader): string {
  // A day has no zone; shifting it would tell the one before.
  if (day.test(text) && !Number.isNaN(Date.parse(text)))
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text));
  if (!instant.test(text)) return text;
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zone,
  }).format(new Date(text));
}
