import type portal from '../../../kernel/portal/i18n/en.ts';
import type { Moved } from '../../../kernel/live-block/compare.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Line, Reading } from '../reading.queries.ts';
import type words from './i18n/en.ts';

export const useT = useWords<typeof words & typeof portal>;
export type { Line };
export type Read = Omit<Reading, 'body' | 'bodyEn' | 'bodyZh' | 'blocks'> & {
  readonly text: string;
  readonly changed: readonly Moved[];
};

export const place = (number = '') => (number === '' ? '/reading' : `/reading/${encodeURIComponent(number)}`);
export const key = ['reading'];
export const mineQuery = {
  queryKey: [...key, 'mine'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<{ items: readonly Line[] }>('/reading/mine?open=true', signal),
  staleTime: 60_000,
};
export const oneQuery = (number: string, language: 'en' | 'zh-CN' | undefined) => ({
  queryKey: [...key, 'one', number, language],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<Read>(`${place(number)}${language === undefined ? '' : `?language=${language}`}`, signal),
});
export const imageUrl = (number: string) => (id: string) => `/api/v1${place(number)}/images/${id}`;
