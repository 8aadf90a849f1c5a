import { dayIn } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { notifyAll } from '../../kernel/notification/notify.ts';
import { plannedBetween } from '../../kernel/planned/planned.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { begin } from '../../kernel/record/act.ts';

export const managementSystemNotices = defineNotices({
  kind: 'management_system.week',
  staffOnly: true,
  usual: 'digest',
  mailPath: async () => '/management-system/calendar?mine=1',
});

const ahead = { days: 14 };
/** What has been late for longer is told by its own practice, and in every meeting. */
const back = { months: 6 };

/** Once a week everybody hears what of theirs is overdue or falls due within a fortnight: one line each, not one mail each. */
export const tellTheWeek = defineJob({
  name: 'management-system-week',
  cron: '7 * * * 1',
  run: (house) =>
    begin(house, async (work) => {
      const today = dayIn(house.reference.settings, house.now());
      const day = Temporal.PlainDate.from(today);
      const owed = (
        await plannedBetween(work, house, system(), {
          from: day.subtract(back).toString(),
          to: day.add(ahead).toString(),
        })
      ).filter((one) => one.owed && one.ownerId !== null);
      const week = `${day.yearOfWeek}-W${day.weekOfYear}`;
      await notifyAll(
        work,
        [...Map.groupBy(owed, ({ ownerId }) => ownerId ?? '')].map(([personId, mine]) => ({
          kind: 'management_system.week',
          // It stands on what is due first.
          recordId: mine[0]?.id ?? '',
          personIds: [personId],
          params: {
            overdue: mine.filter((one) => one.day < today).length,
            soon: mine.filter((one) => one.day >= today).length,
          },
          key: week,
        })),
      );
    }),
});
