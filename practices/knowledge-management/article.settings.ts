import { defineSetting } from '../../kernel/practice/settings.ts';

/** After so many months an article is looked at again, where its approver names no date (7.6: kept up). */
export const reviewMonths = defineSetting('knowledge.review_months', 12);

/** So many days before an article expires its owner is told. */
export const expiryNoticeDays = defineSetting('knowledge.expiry_notice_days', 14);
