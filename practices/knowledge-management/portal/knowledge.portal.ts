import { places } from '../../../kernel/portal/places.ts';
import type portal from '../../../kernel/portal/i18n/en.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { OwnFeedback } from '../feedback.queries.ts';
import type { Line, Reading } from '../knowledge.queries.ts';
import type words from './i18n/en.ts';

export const useT = useWords<typeof words & typeof portal>;
export type { Line };
export type Read = Reading & { readonly mine: OwnFeedback | null };

const path = (number: string) => `/knowledge/${encodeURIComponent(number)}`;
export const imageUrl = (number: string) => (id: string) => `/api/v1${path(number)}/images/${id}`;
export const articlePlace = (number: string) => `${places.knowledge}/${encodeURIComponent(number)}`;

export const readQuery = (number: string) => ({
  queryKey: ['knowledge', 'one', number],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Read>(path(number), signal),
});

export const countView = (number: string, place: 'portal' | 'report') =>
  void api.post(`${path(number)}/views`, { place }).catch(() => undefined);

export const judge = (number: string, said: { helpful: boolean; remark?: string; solved?: boolean; typed?: string }) =>
  api.post(`${path(number)}/judgement`, said); // prettier-ignore
