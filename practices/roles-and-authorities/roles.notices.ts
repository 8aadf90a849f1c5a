import { defineNotices } from '../../kernel/notification/notice.ts';
import { heldBy } from './holding.queries.ts';

/** Whoever is appointed hears of it and accepts. */
export const rolesNotices = defineNotices({
  kind: 'appointment.issued',
  staffOnly: true,
  usual: 'mail',
  on: { type: 'appointment', action: 'issue' },
  to: [
    async ({ work, record }) => {
      const [row] = await work.run<{ holderId: string }>(
        'appointment_holder',
        'select holder_id as "holderId" from appointment where id = $1',
        [record.id],
      );
      const held = row ? await heldBy(work, row.holderId) : undefined;
      return held ? [held.personId] : [];
    },
  ],
});
