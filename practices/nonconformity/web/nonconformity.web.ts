import { useQuery } from '@tanstack/react-query';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useNonconformityWords = useWords<typeof pages & typeof records>;

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
