import type { Language } from '../../platform/i18n/words.ts';

/**
 * An organisation's own IT has no customers outside: whoever its services are for is a business unit. What people wrote
 * and what the standard says stays as it is; only the software's own words are others. What is between braces is no word,
 * but where one is put in.
 */
export function inUnits(text: string, language: Language): string {
  if (language === 'zh-CN') return text.replaceAll(/(?<!内部|外部)客户(?!端)/g, '业务部门');
  return text.replaceAll(
    /\{\{[^}]*\}\}|(?<!\b(?:internal|external) )\b([Cc])ustomer(s?)\b(?! relationship)/g,
    (all, first?: string, many?: string) =>
      first === undefined ? all : `${first === 'C' ? 'B' : 'b'}usiness unit${many ?? ''}`,
  );
}
