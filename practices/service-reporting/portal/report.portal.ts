import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Contents, Decision } from '../service-report.fields.ts';
import type words from './i18n/en.ts';

export const useT = useWords<typeof words>;

export type Line = {
  readonly number: string;
  readonly title: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly issuedAt: string | null;
};
export type Whole = Line & {
  readonly purpose: string | null;
  readonly commentary: string | null;
  readonly emptyReason: string | null;
  readonly contents: Contents | null;
  readonly decisions: readonly Decision[] | null;
};
export type Names = Readonly<Record<string, { readonly name: string; readonly formula: string }>>;

export const place = (number = '') => (number === '' ? '/reports' : `/reports/${encodeURIComponent(number)}`);
const key = ['service-report'];

export const linesQuery = {
  queryKey: [...key, 'lines'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<{ items: readonly Line[] }>(
      '/service-reports?sort=-createdAt&limit=60&fields=title,periodFrom,periodTo,issuedAt',
      signal,
    ),
  staleTime: 60_000,
};
export const reportQuery = (number: string) => ({
  queryKey: [...key, number],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const [report, around] = await Promise.all([
      api.get<Whole>(`/service-reports/${encodeURIComponent(number)}`, signal),
      api.get<{ names: Names }>(`/service-reports/${encodeURIComponent(number)}/around`, signal),
    ]);
    return { report, names: around.names };
  },
});
