import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { calendarDaySchema } from '../../kernel/calendar/calendar.schema.ts';
import type { CalendarDay } from '../../kernel/calendar/calendar.types.ts';
import { chinaHolidays, chinaHolidayYears } from '../../kernel/calendar/china/china-holidays.ts';
import { mayView } from '../../kernel/access/access.ts';
import { actorOf } from '../../kernel/practice/caller.ts';
import { typeNamed, type House } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { date } from '../../kernel/record/field.ts';
import { parse } from '../../kernel/record/input.ts';
import { lockRecord } from '../../kernel/record/store.ts';
import { invalidField, notFound } from '../../platform/http/problem.ts';
import { param, route } from '../../platform/http/route.ts';
import { mergeHolidays, type HolidayPreview } from './holidays.ts';

const years = chinaHolidayYears.map((year) => z.literal(year));
const preview = z.boolean().default(false);
const icalBody = z.strictObject({
  text: z.string().max(2_000_000),
  from: date().schema,
  to: date().schema,
  preview,
});
const chinaBody = z.strictObject({
  years: z
    .array(z.union(years))
    .min(1)
    .default([...chinaHolidayYears]),
  preview,
});
const response = z.object({
  exceptions: z.array(calendarDaySchema),
  added: z.array(calendarDaySchema),
  changed: z.array(z.object({ before: calendarDaySchema, after: calendarDaySchema })),
  unchanged: z.int(),
});

/** Holidays into a calendar, from an iCalendar file or the State Council's notices; with `preview` nothing is written. */
export function calendarRoutes(app: FastifyInstance, house: House): void {
  const path = '/api/v1/calendars/{number}/holidays';
  route(
    app,
    {
      method: 'POST',
      path: `${path}/ical`,
      id: 'import_ical_holidays',
      tag: 'calendars',
      summary: 'calendar: holidays of an iCalendar file',
      body: icalBody,
      response,
    },
    (request) => take(house, request, icalBody, ({ text, from, to }) => readIcal(text, { from, to })),
  );
  route(
    app,
    {
      method: 'POST',
      path: `${path}/china`,
      id: 'import_china_holidays',
      tag: 'calendars',
      summary: 'calendar: holidays and moved workdays of mainland China',
      body: chinaBody,
      response,
    },
    (request) => take(house, request, chinaBody, (body) => chinaHolidays(body.years)),
  );
}

async function take<B extends { preview: boolean }>(
  house: House,
  request: FastifyRequest,
  schema: z.ZodType<B>,
  find: (body: B) => CalendarDay[] | Promise<CalendarDay[]>,
): Promise<HolidayPreview> {
  const actor = await actorOf(house, request, 'calendars', 'write');
  const body = parse(schema, request.body ?? {}, actor.language);
  const found = await find(body);
  const type = typeNamed(house, 'calendar');
  const number = param(request, 'number');
  return begin(house, async (work) => {
    const stored = await lockRecord(work, type, { number });
    if (!stored || !mayView(type.access, actor, stored.record)) throw notFound(type.type, number);
    const { exceptions } = stored.record as unknown as { exceptions: CalendarDay[] };
    const merged = mergeHolidays(exceptions, found);
    if (!body.preview)
      await act(work, { type: type.type, number }, 'edit', actor, { exceptions: merged.exceptions });
    return merged;
  });
}

async function readIcal(text: string, between: { from: string; to: string }): Promise<CalendarDay[]> {
  if (between.to < between.from) throw invalidField('to', 'problem.dates_reversed', between);
  // Its parser is half a megabyte, and asked for once a year.
  const { holidaysFromIcal, IcalError } = await import('../../kernel/calendar/ical.ts');
  try {
    return holidaysFromIcal(text, between);
  } catch (error) {
    if (!(error instanceof IcalError)) throw error;
    throw invalidField('text', error.code, error.params);
  }
}
