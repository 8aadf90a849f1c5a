import actionEn from '../kernel/action/i18n/en.ts';
import actionZh from '../kernel/action/i18n/zh-CN.ts';
import majorEn from '../practices/incident-management/i18n/major.en.ts';
import majorZh from '../practices/incident-management/i18n/major.zh-CN.ts';
import stagesEn from '../practices/incident-management/i18n/desk.en.ts';
import stagesZh from '../practices/incident-management/i18n/desk.zh-CN.ts';

/** What the pages of major and mass incidents say. */
export const majorWords = {
  en: { ...stagesEn, ...actionEn, ...majorEn },
  'zh-CN': { ...stagesZh, ...actionZh, ...majorZh },
};
