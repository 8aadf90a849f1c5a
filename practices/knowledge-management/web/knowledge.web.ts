import { useQuery } from '@tanstack/react-query';
import type ui from '../../../platform/ui/i18n/en.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import { keys } from '../../../kernel/web/queries.ts';
import type en from '../i18n/en.ts';
import type { Line, Reading } from '../knowledge.queries.ts';
import type words from './words.en.ts';

/** `t` for the workspace pages of this practice. */
export const useT = useWords<typeof words & typeof en & typeof ui>;

export const articlePath = (number: string, part = '') =>
  `/articles/${encodeURIComponent(number)}${part === '' ? '' : `/${part}`}`;
/** Where a reader reads it. */
export const readerUrl = (number: string) =>
  `${location.origin}/portal/knowledge/${encodeURIComponent(number)}`;
export const imageUrl = (number: string) => (id: string) =>
  `/api/v1/articles/${encodeURIComponent(number)}/attachments/${id}`;

const below = (number: string, part: string) => [...keys.record('article', number), part];

export type VersionLine = {
  readonly version: number;
  readonly publishedAt: string;
  readonly approvedBy: string | null;
  readonly authors: readonly string[];
  readonly changeNote: string | null;
};
export const useVersions = (number: string) =>
  useQuery({
    queryKey: below(number, 'versions'),
    queryFn: ({ signal }) =>
      api.get<{ items: readonly VersionLine[] }>(articlePath(number, 'versions'), signal),
  });

export type Version = VersionLine & {
  readonly kind: string;
  readonly audience: string;
  readonly for: readonly string[];
  readonly services: readonly string[];
  readonly categories: readonly string[];
} & Readonly<Record<TextField, string | null>>;
export type TextField = 'titleEn' | 'titleZh' | 'summaryEn' | 'summaryZh' | 'bodyEn' | 'bodyZh' | 'tags';
export const useVersion = (number: string, version: number | undefined) =>
  useQuery({
    queryKey: below(number, `versions/${version ?? ''}`),
    queryFn: ({ signal }) => api.get<Version>(articlePath(number, `versions/${version}`), signal),
    enabled: version !== undefined,
  });

type Use = {
  readonly views: readonly { readonly day: string; readonly place: string; readonly views: number }[];
  readonly helpful: number;
  readonly judged: number;
  readonly deflected: number;
  readonly open: number;
  readonly solved: number;
};
export const useUse = (number: string) =>
  useQuery({
    queryKey: below(number, 'use'),
    queryFn: ({ signal }) => api.get<Use>(articlePath(number, 'use'), signal),
  });

export type Proposed = Line & {
  readonly sameService: boolean;
  readonly sameCategory: boolean;
  readonly said: boolean;
};
type Beside = {
  readonly items: readonly Proposed[];
  readonly written: { readonly number: string; readonly title: string; readonly state: string } | null;
};
export const useBeside = (number: string) =>
  useQuery({
    queryKey: [...keys.record('incident', number), 'articles'],
    queryFn: ({ signal }) => api.get<Beside>(`/incidents/${encodeURIComponent(number)}/articles`, signal),
  });

export const readingQuery = (number: string) => ({
  queryKey: ['reading', number],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<Reading>(`/knowledge/${encodeURIComponent(number)}`, signal),
});
