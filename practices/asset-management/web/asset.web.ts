import { useQuery } from '@tanstack/react-query';
import { minorDigits } from '../../../kernel/record/money.ts';
import type { Refs } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import type ui from '../../../platform/ui/i18n/en.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useLanguage, useWords } from '../../../platform/ui/words.ts';
import type { MonthRow } from '../depreciation.ts';
import type { ReportRow } from '../depreciation.report.ts';
import type { Assignment } from '../licence.store.ts';
import type { Entry } from '../maintenance.calendar.ts';
import type { Line } from '../stock-take.store.ts';
import type records from '../i18n/en.ts';
import type words from './words.en.ts';

export type { Entry, Line, MonthRow, ReportRow };
export const useT = useWords<typeof words & typeof records & typeof ui>;

const below = (type: string, number: string, ...part: readonly unknown[]) => [
  ...keys.record(type, number),
  ...part,
];

/** Minor units of a currency as people read money; a yen has no hundredths. */
export function useMoney() {
  const language = useLanguage();
  return (cents: number, currency: string) => {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    return format.format(cents / 10 ** minorDigits(currency));
  };
} // prettier-ignore

type Table = {
  readonly at: string;
  readonly currency: string;
  readonly costCents: number | null;
  readonly netBookCents: number | null;
  readonly writtenOffOn: string | null;
  readonly months: readonly MonthRow[];
};
export const useDepreciation = (number: string) =>
  useQuery({
    queryKey: below('asset', number, 'depreciation'),
    queryFn: ({ signal }) => api.get<Table>(`${endpoints.record('assets', number)}/depreciation`, signal),
  });

export const useReport = (at: string | undefined) =>
  useQuery({
    queryKey: [...keys.lists('asset'), 'depreciation', at],
    queryFn: ({ signal }) =>
      api.get<{ at: string; items: readonly ReportRow[] }>(
        `/assets/depreciation${writeQuery({ at })}`,
        signal,
      ),
    placeholderData: (before) => before,
  });

type Assigned = { readonly items: readonly Assignment[]; readonly refs: Refs };
export const useAssetLicences = (number: string) =>
  useQuery({
    queryKey: below('asset', number, 'licences'),
    queryFn: ({ signal }) => api.get<Assigned>(`${endpoints.record('assets', number)}/licences`, signal),
  });

export type Position = Assigned & {
  readonly entitled: number;
  readonly accepted: number;
  readonly used: number;
  readonly measured: number | null;
  readonly left: number;
  readonly next: string | null;
};
export const usePosition = (number: string, ended = false) =>
  useQuery({
    queryKey: below('licence', number, 'position', ended),
    queryFn: ({ signal }) =>
      api.get<Position>(
        `${endpoints.record('licences', number)}/position${writeQuery(ended ? { ended: true } : {})}`,
        signal,
      ),
  });

export type Lines = { readonly items: readonly Line[]; readonly refs: Refs; readonly next?: string | null };
export const useLines = (number: string, only: string, after: string | null) =>
  useQuery({
    queryKey: below('stock-take', number, 'lines', only, after),
    queryFn: ({ signal }) =>
      api.get<Lines>(
        `${endpoints.record('stock-takes', number)}/lines${writeQuery({ only, after })}`,
        signal,
      ),
    placeholderData: (before) => before,
  });
export const useMyCounts = (number: string) =>
  useQuery({
    queryKey: below('stock-take', number, 'mine'),
    queryFn: ({ signal }) => api.get<Lines>(`${endpoints.record('stock-takes', number)}/mine`, signal),
  });

export type Calendar = {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly items: readonly Entry[];
  readonly more: boolean;
  readonly refs: Refs;
};
export const useCalendar = (from: string, to: string) =>
  useQuery({
    // Plans and tasks both show here; the tasks' list key is what their live events touch.
    queryKey: [...keys.lists('maintenance-task'), 'calendar', from, to],
    queryFn: ({ signal }) =>
      api.get<Calendar>(`/maintenance-plans/calendar${writeQuery({ from, to })}`, signal),
    placeholderData: (before) => before,
  });
