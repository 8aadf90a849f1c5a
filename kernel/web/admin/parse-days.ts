import type { CalendarDay } from '../../calendar/calendar.types.ts';

/** `2026-10-01 off National Day`, one day per line; empty lines are left out. `bad` is the first line not understood. */
export function parseDays(text: string): { days: CalendarDay[]; bad?: { line: number; text: string } } {
  const days: CalendarDay[] = [];
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const found = /^(\d{4}-\d{2}-\d{2})[\s,;]+(off|work|休|班)(?:[\s,;]+(.*))?$/.exec(line);
    if (!found) return { days, bad: { line: at + 1, text: line } };
    const [, date = '', kind, name] = found;
    days.push({
      date,
      kind: kind === 'off' || kind === '休' ? 'off' : 'work',
      ...(name === undefined ? {} : { name }),
    });
  }
  return { days };
}
