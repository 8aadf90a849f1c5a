import { holdersOf } from '../../kernel/approval/eligible.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { auditById } from './audit.store.ts';

const leader = holdersOf('sms-manager');

/** Auditors hear what they are to audit, those responsible what was found, and everybody whose day passes that it does. */
export const auditNotices = defineNotices(
  {
    kind: 'internal_audit.named', staffOnly: true, usual: 'mail', on: { type: 'internal-audit', action: 'name_auditors' },
    to: [async ({ work, record }) => {
      const audit = await auditById(work, record.id);
      return [audit?.leadAuditorId, ...(audit?.auditorIds ?? [])].filter((id) => typeof id === 'string');
    }],
  },
  {
    kind: 'internal_audit.begun', staffOnly: true, on: { type: 'internal-audit', action: 'start' },
    to: [async ({ work, record }) => (await auditById(work, record.id))?.auditeeIds ?? []],
  },
  { kind: 'internal_audit.reported', staffOnly: true, usual: 'mail' },
  { kind: 'internal_audit.verified', staffOnly: true, on: { type: 'internal-audit', action: 'verify' }, to: [({ work }) => leader(work, [])] },
  { kind: 'internal_audit.soon', staffOnly: true },
  { kind: 'internal_audit.unread', staffOnly: true, usual: 'mail' },
  { kind: 'audit_finding.overdue', staffOnly: true, usual: 'mail' },
); // prettier-ignore
