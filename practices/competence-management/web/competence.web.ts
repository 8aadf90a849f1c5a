import { useQuery } from '@tanstack/react-query';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';
import type training from '../i18n/training.en.ts';
import type { Asked, PathCourse, Standing } from '../learning.queries.ts';

export const useCompetenceWords = useWords<typeof pages & typeof records & typeof training>;

const served = {
  overview: ['7.2-a', '7.2-b', '7.2-c', '7.3-a'],
  profile: ['7.2-a'],
  assessment: ['7.2-b', '7.2-c'],
  gap: ['7.2-b'],
  training: ['7.2-b', '7.3-b'],
  campaign: ['7.3-a', '7.3-b', '7.3-c'],
} as const;

/** What is said to whoever fills this in. */
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useCompetenceWords();
  return {
    wants: t(`competence_page.guidance.${of}.wants`),
    good: t(`competence_page.guidance.${of}.good`),
    asks: t(`competence_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

export type Overview = { readonly today: string; readonly items: readonly Standing[] };
export const useOverview = () =>
  useQuery({
    queryKey: [...keys.lists('competence-assessment'), 'overview'],
    queryFn: ({ signal }) => api.get<Overview>('/competence/overview', signal),
  });

export type Learning = {
  readonly today: string;
  readonly personId: string;
  readonly courses: readonly PathCourse[];
  readonly campaigns: readonly Asked[];
};
export const learningKey = ['learning', 'mine'] as const;
export const useLearning = () =>
  useQuery({
    queryKey: learningKey,
    queryFn: ({ signal }) => api.get<Learning>('/learning/mine', signal),
  });

export type Put = {
  readonly courseId: string;
  readonly title: string;
  readonly passMark: number;
  readonly questions: readonly {
    readonly question: string;
    readonly options: readonly string[];
    readonly several: boolean;
  }[];
};
export const useQuiz = (course: string) =>
  useQuery({
    queryKey: ['learning', 'quiz', course],
    queryFn: ({ signal }) => api.get<Put>(`/training-courses/${course}/quiz`, signal),
    retry: false,
  });

export type Coverage = {
  readonly asked: number;
  readonly acknowledged: number;
  readonly mine: { readonly asked: boolean; readonly at: string | null };
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly at: string | null;
    readonly contribution: string | null;
  }[];
};
export const coverageKey = (number: string) => [...keys.record('awareness-campaign', number), 'coverage'];
export const useCoverage = (number: string) =>
  useQuery({
    queryKey: coverageKey(number),
    queryFn: ({ signal }) => api.get<Coverage>(`/awareness-campaigns/${number}/coverage`, signal),
  });

export const learningPath = '/learning';
export const quizPath = (course: string) => `/learning/${course}`;
