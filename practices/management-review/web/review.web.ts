import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '../../../kernel/web/paths.ts';
import type { GuidanceWords } from '../../../kernel/web/guidance/Guidance.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type { ReviewInput } from '../review.fields.ts';
import type { InputKey } from '../review.inputs.list.ts';
import type records from '../i18n/en.ts';
import type pages from '../i18n/pages.en.ts';

export const useReviewWords = useWords<typeof pages & typeof records>;

const served = {
  review: ['9.3-a', '9.3-b', '9.3-c', '9.3-d', '9.3-e', '9.3-f'],
  spot: ['5.1-h'],
} as const;

/** What is said to whoever fills this in. */
export function useGuidance(of: keyof typeof served): GuidanceWords {
  const t = useReviewWords();
  return {
    wants: t(`review_page.guidance.${of}.wants`),
    good: t(`review_page.guidance.${of}.good`),
    asks: t(`review_page.guidance.${of}.asks`),
    requirements: served[of],
  };
}

export type Inputs = {
  readonly frozenAt: string | null;
  readonly frozen: readonly ReviewInput[] | null;
  readonly now: readonly ReviewInput[];
  readonly notes: Readonly<Record<string, string>>;
  readonly changes: readonly {
    readonly input: InputKey;
    readonly kind: 'figure' | 'list';
    readonly key: string;
    readonly was: number | null;
    readonly is: number | null;
    readonly wasN: number;
    readonly isN: number;
  }[];
};
export const useInputs = (number: string, version: number) =>
  useQuery({
    queryKey: [...keys.record('management-review', number), 'inputs', version],
    queryFn: ({ signal }) => api.get<Inputs>(`/management-reviews/${number}/inputs`, signal),
    // A note makes a new version: what is open stays open, and what is typed stays typed, while it is read again.
    placeholderData: (before, asked) =>
      asked?.queryKey.some((part) => part === number) ? before : undefined,
  });

/** An act of the review or the spot check that no generic form asks for. */
export function useAct(type: 'management-review' | 'spot-check', plural: string, number: string, action: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) => api.post(endpoints.transition(plural, number, action), input),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.type(type) });
      await client.invalidateQueries({ queryKey: keys.type('action-item') });
    },
  });
} // prettier-ignore

const hourMs = 3_600_000;
export function useAmount() {
  const format = useFormat();
  return (value: number | null, unit: string) => {
    if (value === null) return 'n/a';
    const said = (n: number) => format.number(Math.round(n * 10) / 10);
    return unit === 'percent'
      ? `${said(value)} %`
      : unit === 'ms'
        ? `${said(value / hourMs)} h`
        : said(value);
  };
}
