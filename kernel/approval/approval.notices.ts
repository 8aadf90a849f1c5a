import type { NoticeKind } from '../notification/kind.ts';
import { defineNotices } from '../notification/notice.ts';
import { approvalLink } from './approval-link.ts';

/** The mail's own link, so that an approver decides from a phone without signing in. */
const byLink: NonNullable<NoticeKind['mailPath']> = async (tx, now, { personId, params }) => {
  const { approval, step } = params;
  if (typeof approval !== 'string' || typeof step !== 'number') return undefined;
  return `/approvals/${await approvalLink(tx, now, approval, step, personId)}`;
};

/** What people hear of approvals; all of them wait for somebody, so they are mailed at once unless one chose otherwise. */
export const approvalNotices = defineNotices(
  { kind: 'approval.asked', urgent: true, mailPath: byLink },
  { kind: 'approval.reminder', urgent: true, mailPath: byLink },
  { kind: 'approval.decided', urgent: true },
  { kind: 'approval.flagged', urgent: true, staffOnly: true },
);
