import { sectors, type Sector } from '../../../kernel/practice/kind.ts';
import type { Language } from '../../../platform/i18n/words.ts';

export { sectors, type Sector };

/** An example to begin with. People take it, and make it their own: it is no statement about them. */
export type Preset = {
  readonly key: string;
  /** Only for these; absent: for all. */
  readonly sectors?: readonly Sector[];
  /** What is the same in both languages. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
};
