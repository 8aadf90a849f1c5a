import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/en.ts';

export const useWatchWords = useWords<typeof words>;

export type WatchRule = {
  readonly rule: string;
  readonly requirement: string;
  readonly recordType: string | null;
  /** What it demands, in the reader's language; null for a rule that looks at no single record. */
  readonly demand: string | null;
  readonly lack: string | null;
  readonly open: number;
  readonly total: number;
};

/** The rules that look at no single record, by the words they have here. */
export const wideKey = (rule: string): 'made_in_bulk' | 'fell_silent' =>
  rule === 'records.made_in_bulk' ? 'made_in_bulk' : 'fell_silent';

export const useWatchRules = () =>
  useQuery({
    queryKey: ['lapse', 'rules'],
    queryFn: ({ signal }) =>
      api.get<{ since: string | null; items: WatchRule[] }>('/control-watch/rules', signal),
  });
