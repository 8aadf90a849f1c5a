import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/first-path.en.ts';
import type { Step } from '../first-path.ts';

export const usePathWords = useWords<typeof words>;
export type PathStep = Step & { readonly title: string };
export type FirstPath = {
  readonly courses: number;
  readonly held: number;
  readonly passed: number;
  readonly rated: number;
  readonly gaps: number;
  readonly actions: number;
  readonly of: number;
  readonly startsOn: string;
  readonly steps: readonly PathStep[];
};
export const pathKey = ['evidence', 'first-path'] as const;
export const useFirstPath = (startsOn: string | undefined) =>
  useQuery({
    queryKey: [...pathKey, startsOn ?? ''],
    queryFn: ({ signal }) => api.get<FirstPath>(`/readiness/first-path${writeQuery({ startsOn })}`, signal),
    placeholderData: keepPreviousData,
  });

type State = 'done' | 'going' | 'ahead';
export type PathState = { readonly key: 'learn' | 'gap' | 'plan'; readonly state: State };
const of = (done: boolean, going: boolean): State => (done ? 'done' : going ? 'going' : 'ahead');

/** Where an organisation is on its first path. */
export const statesOf = (path: FirstPath): readonly PathState[] => [
  { key: 'learn', state: of(path.held + path.passed > 0, path.courses > 0) },
  { key: 'gap', state: of(path.rated >= path.of, path.rated > 0) },
  { key: 'plan', state: of(path.actions > 0 && path.steps.length === 0, path.actions > 0) },
];
