import type { Language } from '../../platform/i18n/words.ts';

type InBoth = Readonly<Record<Language, string>>;
/** Something told about a record by label and value, whatever language its reader has. A day stays `YYYY-MM-DD`. */
export type Fact = { readonly label: InBoth; readonly value: InBoth | string };

/** As one reader reads it. */
export const factIn = ({ label, value }: Fact, language: Language) => ({
  label: label[language],
  value: typeof value === 'string' ? value : value[language],
});
