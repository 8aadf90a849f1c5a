import formEn from '../practices/service-request-management/i18n/form.en.ts';
import formZh from '../practices/service-request-management/i18n/form.zh-CN.ts';
import requestEn from '../practices/service-request-management/i18n/en.ts';
import requestZh from '../practices/service-request-management/i18n/zh-CN.ts';
import askEn from '../practices/service-request-management/portal/i18n/en.ts';
import askZh from '../practices/service-request-management/portal/i18n/zh-CN.ts';
import rateEn from '../practices/business-relationship-management/portal/i18n/en.ts';
import rateZh from '../practices/business-relationship-management/portal/i18n/zh-CN.ts';

/** What the portal and the workspace say of requests and their rating. */
export const requestWords = {
  en: { ...requestEn, ...formEn, ...askEn, ...rateEn },
  'zh-CN': { ...requestZh, ...formZh, ...askZh, ...rateZh },
};
