import kernelEn from '../kernel/web/i18n/en.ts';
import kernelZh from '../kernel/web/i18n/zh-CN.ts';
import incidentEn from '../practices/incident-management/i18n/en.ts';
import incidentZh from '../practices/incident-management/i18n/zh-CN.ts';
import uiEn from '../platform/ui/i18n/en.ts';
import uiZh from '../platform/ui/i18n/zh-CN.ts';

/** What the pages say, so that a test can click by name in either language. */
export const words = {
  en: { ...uiEn, ...kernelEn, ...incidentEn },
  'zh-CN': { ...uiZh, ...kernelZh, ...incidentZh },
};
export type Language = keyof typeof words;

/**
 * A long journey goes in one language, the next in the other; with E2E_LANGUAGES=both each goes in both, and what is as long
 * as a set-up of the whole system once more (`usual` undefined) goes only then.
 */
export const inLanguages = (usual: Language | undefined): readonly Language[] =>
  process.env['E2E_LANGUAGES'] === 'both' ? ['en', 'zh-CN'] : usual === undefined ? [] : [usual];
