import { defineNotices } from '../../kernel/notification/notice.ts';

/** Auditors hear when the house is open to them and when it closes; who asked for a pack when it is there. */
export const auditNotices = defineNotices(
  {
    kind: 'audit_engagement.opened',
    urgent: true,
    on: { type: 'audit-engagement', action: ['open', 'extend'] },
    to: [
      async ({ record, work }) =>
        (
          await work.run<{ ids: string[] }>(
            'audit_people',
            'select auditor_ids as ids from audit_engagement where id = $1',
            [record.id],
          )
        ).flatMap(({ ids }) => ids),
    ],
  },
  { kind: 'evidence_pack.ready' },
);
