import type { CalendarDay } from '../calendar.types.ts';
import cn2024 from './cn-2024.json' with { type: 'json' };
import cn2025 from './cn-2025.json' with { type: 'json' };
import cn2026 from './cn-2026.json' with { type: 'json' };

const notices = new Map([cn2024, cn2025, cn2026].map((notice) => [notice.year, notice.days]));

/** The years whose State Council notice is in this copy; later ones come by iCalendar or by hand. */
export const chinaHolidayYears: readonly number[] = [...notices.keys()];

/**
 * Holidays and make-up working days (调休) of mainland China by the State Council's yearly notices; all years in this
 * copy unless some are named. A make-up day is worked like a Monday. Throws for a year without a notice,
 * because guessing one would compute wrong due dates.
 */
export function chinaHolidays(years: readonly number[] = chinaHolidayYears): CalendarDay[] {
  return years.flatMap((year) => {
    const days = notices.get(year);
    if (!days) {
      throw new RangeError(
        `No State Council holiday notice for ${year} here; there are ${chinaHolidayYears.join(', ')}.`,
      );
    }
    return days.map(({ date, name, isOffDay }): CalendarDay => ({
      date,
      kind: isOffDay ? 'off' : 'work',
      name,
    }));
  });
}
