import { useQuery } from '@tanstack/react-query';
import { keys } from '../../../kernel/web/queries.ts';
import type { Moved } from '../../../kernel/live-block/compare.ts';
import type { Fault } from '../../../kernel/live-block/render.ts';
import type ui from '../../../platform/ui/i18n/en.ts';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { Coverage } from '../acknowledgement.store.ts';
import type en from '../i18n/en.ts';
import type { Line, Reading } from '../reading.queries.ts';
import type { Branch } from '../tree.queries.ts';
import type { VersionLine } from '../version.queries.ts';
import type words from './words.en.ts';

/** `t` for the workspace pages of this practice. */
export const useT = useWords<typeof words & typeof en & typeof ui>;

const served = {
  document: ['7.5.1-a', '7.5.2-a', '7.5.2-b', '7.5.3-a', '7.5.3-b', '7.5.3-c'],
  policy: ['5.2.1-a', '5.2.1-b', '5.2.2-a', '5.2.2-b'],
  external: ['7.5.3-d'],
} as const;

/** What is said to whoever fills this in. */
export function useGuidance(
  document: { readonly documentClass?: unknown; readonly origin?: unknown } = {},
): GuidanceWords {
  const of =
    document.documentClass === 'policy' ? 'policy' : document.origin === 'external' ? 'external' : 'document';
  const t = useT();
  return {
    wants: t(`document_page.guidance.${of}.wants`),
    good: t(`document_page.guidance.${of}.good`),
    asks: t(`document_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

export const documentPath = (number: string, part = '') =>
  `/documents/${encodeURIComponent(number)}${part === '' ? '' : `/${part}`}`;
export const imageUrl = (number: string) => (id: string) =>
  `/api/v1/documents/${encodeURIComponent(number)}/attachments/${id}`;
/** What stands in a version in force, for all who may read it. */
export const readImageUrl = (number: string) => (id: string) =>
  `/api/v1/reading/${encodeURIComponent(number)}/images/${id}`;
export const treePath = '/documents/tree';
export const readingPath = (number = '') =>
  number === '' ? '/reading' : `/reading/${encodeURIComponent(number)}`;

const below = (number: string, part: string) => [...keys.record('document', number), part];
const asked = <T>(number: string, part: string) => ({
  queryKey: below(number, part),
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get<T>(documentPath(number, part), signal),
});

export const useVersions = (number: string) =>
  useQuery(asked<{ items: readonly VersionLine[] }>(number, 'versions'));

export type Texts = Readonly<Record<'titleEn' | 'titleZh' | 'bodyEn' | 'bodyZh', string | null>>;
export type Version = VersionLine & Texts & {
  readonly frozenEn: string | null;
  readonly frozenZh: string | null;
}; // prettier-ignore
export const useVersion = (number: string, version: string | undefined) =>
  useQuery({ ...asked<Version>(number, `versions/${version ?? ''}`), enabled: version !== undefined });

export const useReaders = (number: string) => useQuery(asked<Coverage>(number, 'readers'));

type Place = {
  readonly type: string;
  readonly plural: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly why: 'link' | 'text' | 'supersedes' | 'superseded_by' | 'change';
};
export type Uses = {
  readonly clauses: readonly string[];
  readonly practices: readonly { readonly name: string; readonly clauses: readonly string[] }[];
  readonly places: readonly Place[];
};
export const useUses = (number: string) => useQuery(asked<Uses>(number, 'uses'));

export const treeQuery = (obsolete: boolean) => ({
  queryKey: [...keys.lists('document'), 'tree', obsolete],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<{ items: readonly Branch[] }>(`${treePath}${obsolete ? '?obsolete=true' : ''}`, signal),
});

export type Read = Omit<Reading, 'body' | 'bodyEn' | 'bodyZh' | 'blocks'> & {
  readonly text: string;
  readonly changed: readonly Moved[];
  readonly faults: readonly Fault[];
};
export const readQuery = (number: string, language: string) => ({
  queryKey: [...keys.record('document', number), 'reading', language],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<Read>(`/reading/${encodeURIComponent(number)}?language=${language}`, signal),
});

export const readingListKey = [...keys.lists('document'), 'mine'];
export const readingListQuery = (open: boolean) => ({
  queryKey: [...readingListKey, open],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<{ items: readonly Line[] }>(`/reading/mine${open ? '?open=true' : ''}`, signal),
});

export type Block = {
  readonly key: string;
  readonly inline: boolean;
  readonly name: string;
  readonly hint: string;
  readonly after?: string;
  readonly params: readonly { readonly name: string; readonly required: boolean }[];
};
export const useBlocks = () =>
  useQuery({
    queryKey: ['live-blocks'],
    queryFn: ({ signal }) => api.get<{ items: readonly Block[] }>('/live-blocks', signal),
    staleTime: Infinity,
  });

export type Shown = { readonly text: string; readonly faults: readonly Fault[] };
export const renderText = (text: string, language: 'en' | 'zh-CN', number: string | undefined) =>
  api.post<Shown>('/live-blocks/render', { text, language, ...(number === undefined ? {} : { number }) });
