import { useLanguage } from '../../../platform/ui/words.ts';
import type { Activity } from '../../time/activities.ts';
import { useDeskT } from '../desk-words.ts';

export type TimeEntry = {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly date: string;
  readonly minutes: number;
  readonly activity: Activity;
  readonly note: string | null;
  readonly billable: boolean;
  readonly costCents: number | null;
  readonly currency: string | null;
  readonly cancels: string | null;
  readonly cancelled: boolean;
};
export type Timer = {
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly startedAt: string;
};
export type RecordTime = {
  readonly items: readonly TimeEntry[];
  readonly timer: Timer | null;
  readonly mayBook: boolean;
};

/** `95` → “1 h 35 min”, in the reader's language. */
export function useMinutes(): (minutes: number) => string {
  const desk = useDeskT();
  return (minutes) => {
    const whole = Math.floor(Math.abs(minutes) / 60);
    const rest = Math.abs(minutes) % 60;
    const said =
      whole === 0
        ? desk('time.only_minutes', { minutes: rest })
        : desk('time.hours', { hours: whole, minutes: rest });
    return minutes < 0 ? `−${said}` : said;
  };
}

/** Minor units as money: `12000 CNY` → “CN¥120.00”. */
export function useMoney(): (cents: number, currency: string) => string {
  const language = useLanguage();
  return (cents, currency) =>
    new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100);
}

/** Costs by currency: they are never added across. */
export function sumCosts(
  entries: readonly { readonly costCents: number | null; readonly currency: string | null }[],
): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const { costCents, currency } of entries)
    if (costCents !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + costCents);
  return [...sums].filter(([, cents]) => cents !== 0);
}

/** Today where the reader is. */
export const todayIn = (zone: string | null) =>
  new Intl.DateTimeFormat('en-CA', zone === null ? {} : { timeZone: zone }).format(new Date());
