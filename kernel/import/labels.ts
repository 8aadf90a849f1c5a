import type { Language } from '../access/actor.ts';
import type { Params } from '../../platform/http/problem.ts';
import { wordRoot } from '../../platform/i18n/words.ts';

export type Words = (code: string, params: Params, language: Language) => string;

/** What a field and an option are called, in every language: a file's columns may be headed in any of them. */
export type LabelsOf = {
  readonly field: (type: string, field: string) => readonly string[];
  readonly option: (type: string, field: string, option: string | number) => readonly string[];
};

const both: readonly Language[] = ['en', 'zh-CN'];

/** The first key that has words; a key without any comes back as itself. */
export function firstWords(words: Words, keys: readonly string[], language: Language): string | undefined {
  return keys
    .map((key) => [key, words(key, {}, language)] as const)
    .find(([key, text]) => text !== key && text !== '')?.[1];
}

export const fieldLabel = (words: Words, type: string, field: string, language: Language) =>
  firstWords(words, [`${wordRoot(type)}.field.${field}`, `record.field.${field}`], language) ?? spaced(field);

export const optionLabel = (
  words: Words,
  type: string,
  field: string,
  option: string | number,
  language: Language,
) =>
  firstWords(
    words,
    [`${wordRoot(type)}.option.${field}.${option}`, `record.option.${field}.${option}`],
    language,
  );

export const labelsFrom = (words: Words): LabelsOf => ({
  field: (type, field) => both.map((language) => fieldLabel(words, type, field, language)),
  option: (type, field, option) =>
    both.flatMap((language) => optionLabel(words, type, field, option, language) ?? []),
});

/** `reopenCount` → "Reopen count" */
export const spaced = (key: string) => {
  const text = key
    .replace(/Id$/, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
