import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import type ui from '../../../platform/ui/i18n/en.ts';
import { useLanguage, useWords } from '../../../platform/ui/words.ts';
import type { Fault } from '../../../kernel/live-block/render.ts';
import type { FileRead } from '../templates/from-file.ts';
import type { libraryOf, Result } from '../templates/generate.ts';
import type paperWords from '../../../platform/paper/i18n/en.ts';
import type words from './papers.en.ts';

/** `t` for the pages of templates, files and printing. */
export const useT = useWords<typeof words & typeof paperWords & typeof ui>;

export const templatesPath = '/documents/templates';
export const filesPath = '/documents/bring-in';

export type TemplateLine = Awaited<ReturnType<typeof libraryOf>>[number];
const key = ['document-templates'] as const;
export const useTemplates = () =>
  useQuery({
    queryKey: [...key, useLanguage()],
    queryFn: ({ signal }) => api.get<{ items: readonly TemplateLine[] }>('/document-templates', signal),
  });
export const templatesKey = key;

type Shown = {
  readonly title: string;
  readonly text: string;
  readonly faults: readonly Fault[];
  readonly gaps: readonly string[];
};
export const useTemplate = (code: string | undefined, language: 'en' | 'zh-CN') =>
  useQuery({
    queryKey: [...key, 'one', code, language],
    queryFn: ({ signal }) => api.get<Shown>(`/document-templates/${code}?language=${language}`, signal),
    enabled: code !== undefined,
  });

export type Drafting = {
  readonly languages: 'en' | 'zh' | 'both';
  readonly authoritative: 'en' | 'zh';
  readonly existing: 'skip' | 'revise';
};
export const makeDrafts = (codes: readonly string[], drafting: Drafting) =>
  api.post<{ items: readonly Result[] }>('/document-templates/drafts', { codes, ...drafting });

export type ReadFile = FileRead | { readonly file: string; readonly refused: string };
export function readFiles(files: readonly File[]) {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  return api.post<{ items: readonly ReadFile[] }>('/document-files', form);
}
export const makeFromFile = ({ lost: _lost, taken: _taken, ...file }: FileRead) =>
  api.post<{ number: string; code: string }>('/document-files/drafts', file);

export const paperUrl = (number: string, format: 'pdf' | 'docx', language: 'en' | 'zh-CN') =>
  `/api/v1/documents/${encodeURIComponent(number)}/paper?format=${format}&language=${language}`;
export const papersUrl = (formats: string, languages: string) =>
  `/api/v1/documents/papers?formats=${formats}&languages=${languages}`;
