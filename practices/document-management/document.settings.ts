import type { roles } from '../../kernel/access/roles.ts';
import { defineSetting } from '../../kernel/practice/settings.ts';

type Role = (typeof roles)[number];
type Steps = { readonly review: readonly Role[]; readonly approve: readonly Role[] };

/** Who reviews and who approves at each level, where the document names nobody itself (7.5.2 c). */
export const approvalSteps = defineSetting<Readonly<Record<'1' | '2' | '3' | '4', Steps>>>(
  'document.approval',
  {
    '1': { review: ['sms-manager'], approve: ['top-management'] },
    '2': { review: ['document-controller'], approve: ['sms-manager'] },
    '3': { review: [], approve: ['document-controller', 'sms-manager'] },
    '4': { review: [], approve: ['document-controller', 'sms-manager'] },
  },
);

/** Months to the review of a document that names none (9.3, 7.5.2: suitable and adequate). */
export const reviewMonths = defineSetting('document.review_months', 12);

/** So many days before its review a document's owner is told, and so many apart reminded afterwards. */
export const reviewNotice = defineSetting('document.review_notice', { ahead: 30, again: 14 });

/** Working copies and readers live by the organisation's day. */
export const documentZone = defineSetting('document.zone', 'UTC');
