import portalEn from '../kernel/portal/i18n/en.ts';
import portalZh from '../kernel/portal/i18n/zh-CN.ts';
import reportEn from '../practices/incident-management/portal/i18n/en.ts';
import reportZh from '../practices/incident-management/portal/i18n/zh-CN.ts';
import statusEn from '../practices/service-catalogue/portal/i18n/en.ts';
import statusZh from '../practices/service-catalogue/portal/i18n/zh-CN.ts';

/** What the portal says, so that a test can press it by name in either language. */
export const portalWords = {
  en: { ...portalEn, ...reportEn, ...statusEn },
  'zh-CN': { ...portalZh, ...reportZh, ...statusZh },
};
