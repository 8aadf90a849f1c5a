import { useQuery } from '@tanstack/react-query';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useNonconformityWords = useWords<typeof pages & typeof records>;

const requirements = ['10.1-a', '10.1-b', '10.1-c', '10.1-d', '10.1-e'];
/** What is said to whoever fills this in. */
export function useGuidance(): GuidanceWords {
  const t = useNonconformityWords();
  const of = (key: 'wants' | 'good' | 'asks') => t(`nonconformity_page.guidance.${key}`);
  return { wants: of('wants'), good: of('good'), asks: of('asks'), requirements };
}

type Alike = {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly createdAt: string;
  readonly rootCause: string | null;
  readonly why: readonly ('requirement' | 'record' | 'cause' | 'named')[];
};

export const useAlike = (number: string) =>
  useQuery({
    queryKey: [...keys.record('nonconformity', number), 'alike'],
    queryFn: ({ signal }) => api.get<{ items: Alike[] }>(`/nonconformities/${number}/alike`, signal),
  });
