import { holdersOf } from '../../kernel/approval/eligible.ts';
import { defineNotices, type Notice } from '../../kernel/notification/notice.ts';
import type { NoticeKind } from '../../kernel/notification/kind.ts';

/** Who has no place in the workspace reads a report in the portal. */
const inPortal: NonNullable<NoticeKind['mailPath']> = async (tx, _now, { personId, params }) => {
  const [who] = await tx.run<{ outside: boolean }>(
    'report_reader',
    `select kind in ('user', 'customer_contact') as outside from person where id = $1`,
    [personId],
  );
  const number = params['report'];
  return who?.outside === true && typeof number === 'string' ? `/portal/reports/${number}` : undefined;
};

const approvers: NonNullable<Notice['to']>[number] = ({ work }) => holdersOf('sms-manager')(work, []);

/** Owners hear that a report is due, readers get it by mail, and what was decided about it. */
export const reportNotices = defineNotices(
  { kind: 'service_report.due', staffOnly: true, usual: 'mail' },
  { kind: 'service_report.late', staffOnly: true, usual: 'mail' },
  {
    kind: 'service_report.drafted',
    staffOnly: true,
    on: { type: 'service-report', action: 'draft' },
    to: [approvers],
  },
  {
    kind: 'service_report.sent_back',
    staffOnly: true,
    on: { type: 'service-report', action: 'send_back' },
    to: ['owner'],
  },
  { kind: 'service_report.issued', usual: 'mail', mailPath: inPortal },
  { kind: 'service_report.unread', staffOnly: true },
  { kind: 'service_report.told', usual: 'mail', mailPath: inPortal },
  { kind: 'measurement.evaluation_due', staffOnly: true, usual: 'mail' },
);
