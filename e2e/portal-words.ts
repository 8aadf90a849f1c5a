import portalEn from '../kernel/portal/i18n/en.ts';
import portalZh from '../kernel/portal/i18n/zh-CN.ts';
import signInEn from '../kernel/web/i18n/sign-in.en.ts';
import signInZh from '../kernel/web/i18n/sign-in.zh-CN.ts';
import reportEn from '../practices/incident-management/portal/i18n/en.ts';
import reportZh from '../practices/incident-management/portal/i18n/zh-CN.ts';
import statusEn from '../practices/service-catalogue/portal/i18n/en.ts';
import statusZh from '../practices/service-catalogue/portal/i18n/zh-CN.ts';

/** What the portal says, so that a test can press it by name in either language. */
export const portalWords = {
  en: { ...portalEn, ...signInEn, ...reportEn, ...statusEn },
  'zh-CN': { ...portalZh, ...signInZh, ...reportZh, ...statusZh },
};
