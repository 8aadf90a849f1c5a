import type { Language } from '../../../platform/i18n/words.ts';

/** Kinds of organisation: what each has to think of besides what everybody has. */
export const sectors = [
  'enterprise', 'government', 'non_profit', 'finance', 'e_commerce', 'cloud', 'manufacturing',
] as const; // prettier-ignore
export type Sector = (typeof sectors)[number];

/** An example to begin with. People take it, and make it their own: it is no statement about them. */
export type Preset = {
  readonly key: string;
  /** Only for these; absent: for all. */
  readonly sectors?: readonly Sector[];
  /** What is the same in both languages. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
};
