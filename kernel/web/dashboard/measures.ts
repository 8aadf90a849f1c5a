import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat, ZoneContext } from '../../../platform/ui/format.ts';
import { writeQuery, type Query } from '../../../platform/ui/search-params.ts';
import { fromWall, today } from '../../../platform/ui/zoned.ts';
import { keys } from '../queries.ts';

export type Part = 'all' | 'numerator' | 'rest' | 'excluded';
export type Unit = 'percent' | 'ms' | 'count' | 'number';
export type Figure = {
  readonly key: string;
  readonly practice: string;
  readonly name?: string;
  readonly formula: string;
  readonly unit: Unit;
  readonly better?: 'higher' | 'lower';
  readonly value: number | null;
  readonly n: number;
  readonly numerator?: number;
  readonly excluded?: number;
  readonly median?: number | null;
  readonly p90?: number | null;
  readonly records: Readonly<Partial<Record<Part, string>>>;
};
export type Step = {
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly n: number;
  readonly records: string;
};
export type Slice = {
  readonly key: string | null;
  readonly label: string | null;
  readonly value: number | null;
  readonly n: number;
  readonly records: string;
};

export const periods = [
  'days_7',
  'days_30',
  'days_90',
  'days_365',
  'this_month',
  'last_month',
  'custom',
] as const;
export type PeriodName = (typeof periods)[number];
export type Period = { readonly from: string; readonly to: string };
/** First and last day, both counted. */
export type Days = { readonly first: string | undefined; readonly last: string | undefined };

export const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whole days in the reader's zone, today included; `to` is exclusive. */
export function usePeriod(name: PeriodName, { first, last }: Days): Period {
  const zone = useContext(ZoneContext);
  const day = today(zone);
  const midnight = (text: string) => fromWall(`${text} 00:00:00`, zone);
  const shifted = (days: number) => shift(day, days);
  const month = (offset: number) => {
    const [year = 0, number = 1] = day.split('-').map(Number);
    return new Date(Date.UTC(year, number - 1 + offset, 1)).toISOString().slice(0, 10);
  };
  if (name === 'custom' && isDay(first) && isDay(last) && first <= last)
    return { from: midnight(first), to: midnight(shift(last, 1)) };
  const days = name === 'custom' ? 30 : Number(/^days_(\d+)$/.exec(name)?.[1] ?? 0);
  if (days > 0) return { from: midnight(shifted(1 - days)), to: midnight(shifted(1)) };
  return name === 'this_month'
    ? { from: midnight(month(0)), to: midnight(shifted(1)) }
    : { from: midnight(month(-1)), to: midnight(month(0)) };
}

type Asked = Readonly<Record<string, string>>;
type Fetch = { readonly signal: AbortSignal };
const key = (path: string, query: Asked) => [...keys.figures, path, writeQuery(query)];

export function useFigures(period: Period, filters: Query) {
  const query = { ...period, ...filters };
  return useQuery({
    queryKey: key('/measures', query),
    queryFn: ({ signal }: Fetch) =>
      api.get<{ items: readonly Figure[] }>(`/measures${writeQuery(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function useSeries(measure: string, period: Period, filters: Query, step: string) {
  const zone = useContext(ZoneContext);
  const path = `/measures/${measure}/series`;
  const query = { ...period, ...filters, step, zone };
  return useQuery({
    queryKey: key(path, query),
    queryFn: ({ signal }: Fetch) =>
      api.get<{ items: readonly Step[] }>(`${path}${writeQuery(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function useBreakdown(measure: string, period: Period, filters: Query, by: string) {
  const path = `/measures/${measure}/breakdown`;
  const query = { ...period, ...filters, by };
  return useQuery({
    queryKey: key(path, query),
    queryFn: ({ signal }: Fetch) =>
      api.get<{ items: readonly Slice[] }>(`${path}${writeQuery(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** A figure in its unit. Percent comes as 0…100. */
export function useAmount(): (unit: Unit, value: number) => string {
  const format = useFormat();
  return (unit, value) => {
    if (unit === 'percent') return format.percent(value / 100);
    // In hours: some of these are working time, and a day of that is no 24 hours.
    return unit === 'ms' ? format.hours(value) : format.number(value);
  };
}
