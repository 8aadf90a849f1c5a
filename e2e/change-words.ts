import approvalEn from '../kernel/approval/i18n/en.ts';
import approvalZh from '../kernel/approval/i18n/zh-CN.ts';
import changeEn from '../practices/change-management/i18n/en.ts';
import refusalsEn from '../practices/change-management/i18n/refusals.en.ts';
import refusalsZh from '../practices/change-management/i18n/refusals.zh-CN.ts';
import changeZh from '../practices/change-management/i18n/zh-CN.ts';
import scheduleEn from '../practices/change-management/web/schedule-words.en.ts';
import scheduleZh from '../practices/change-management/web/schedule-words.zh-CN.ts';
import approvalsEn from '../kernel/web/i18n/approvals.en.ts';
import approvalsZh from '../kernel/web/i18n/approvals.zh-CN.ts';
import problemEn from '../practices/problem-management/i18n/en.ts';
import problemZh from '../practices/problem-management/i18n/zh-CN.ts';
import pageEn from '../practices/change-management/web/words.en.ts';
import pageZh from '../practices/change-management/web/words.zh-CN.ts';
import ciEn from '../practices/configuration-management/i18n/en.ts';
import differenceEn from '../practices/configuration-management/i18n/reconciliation.en.ts';
import differenceZh from '../practices/configuration-management/i18n/reconciliation.zh-CN.ts';
import ciZh from '../practices/configuration-management/i18n/zh-CN.ts';

/** What the pages of changes say; `refused` apart, since both parts have a `change`. */
export const changeWords = {
  en: { ...approvalEn, ...approvalsEn, ...problemEn,  ...differenceEn, ...scheduleEn, ...pageEn, ...changeEn, item: ciEn.ci, refused: refusalsEn.change },
  'zh-CN': { ...approvalZh, ...approvalsZh, ...problemZh,  ...differenceZh, ...scheduleZh, ...pageZh, ...changeZh, item: ciZh.ci, refused: refusalsZh.change },
}; // prettier-ignore
