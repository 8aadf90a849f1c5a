import { calendarSchema } from '../calendar/calendar.schema.ts';
import { each, staff } from '../access/roles.ts';
import type { Rule } from '../process/process.ts';
import { register } from '../process/register.ts';
import { starting, structure, timeZone } from '../record/field.ts';
import { defineRecord, type RecordOf } from '../record/record.ts';

const { weekly, exceptions, yearlyHolidays } = calendarSchema.shape;
// Without its default: an edit that leaves the days out must not empty them.
const days = exceptions.unwrap();
const fields = {
  zone: starting('UTC', timeZone()),
  weekly: structure(weekly),
  exceptions: starting<unknown>([], structure(days)),
  yearlyHolidays: starting<unknown>([], structure(yearlyHolidays)),
};
export type CalendarRecord = RecordOf<typeof fields>;

/** The parts are valid each by itself; together they must leave working time, or a promise would never fall due. */
const wholeCalendarIsUsable: Rule<CalendarRecord> = (calendar, _actor, { input }) => {
  const { zone, weekly: hours, exceptions: days, yearlyHolidays: yearly } = { ...calendar, ...input };
  const result = calendarSchema.safeParse({
    zone,
    weekly: hours ?? {},
    exceptions: days ?? [],
    yearlyHolidays: yearly ?? [],
  });
  const issue = result.error?.issues[0];
  if (!issue) return undefined;
  const { key, ...params } =
    issue.code === 'custom' ? (issue.params as { key: string }) : { key: 'problem.field' };
  return { code: key, params, field: issue.path.join('.') };
};

export const calendar = defineRecord({
  type: 'calendar',
  plural: 'calendars',
  prefix: 'CAL',
  fields,
  base: ['title'],
  search: [],
  list: ['number', 'title', 'zone'],
  process: register<CalendarRecord>({
    by: ['administrator', 'service-level-manager'],
    fields: ['title', ...Object.keys(fields)],
    required: ['title', 'zone', 'weekly'],
    checks: [wholeCalendarIsUsable],
  }),
  access: each(staff, { view: 'all', act: 'all' } as const),
});
