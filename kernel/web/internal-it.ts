import type { Language } from '../../platform/i18n/words.ts';
import { sayInstead } from '../../platform/ui/words.ts';

/**
 * An organisation's own IT has no customers outside: whoever its services are for is a business unit. What people wrote
 * and what the standard says stays as it is; only the pages' own words are others.
 */
export function inUnits(text: string, language: Language): string {
  if (language === 'zh-CN') return text.replaceAll(/(?<!内部|外部)客户(?!端)/g, '业务部门');
  return text.replaceAll(/(?<!\b(?:internal|external) )\b([Cc])ustomer(s?)\b(?! relationship)/g, (_all, first: string, many: string) =>
    `${first === 'C' ? 'B' : 'b'}usiness unit${many}`);
} // prettier-ignore

export const speakOfUnits = (): void => sayInstead(inUnits);
