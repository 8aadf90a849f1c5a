import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Refs } from '../../../kernel/web/contract.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/en.ts';

export const useSystemWords = useWords<typeof words>;

export const phases = ['plan', 'do', 'check', 'act'] as const;
export type Phase = (typeof phases)[number];

export type Owed = { readonly overdue: number; readonly soon: number; readonly later: number };
export type Kind = Owed & {
  readonly type: string;
  readonly plural: string;
  readonly field: string;
  readonly clause: string;
  readonly owed: readonly string[];
};
export type PhaseOwed = Owed & {
  readonly phase: Phase;
  readonly kinds: readonly Kind[];
  readonly requirements: { readonly of: number; readonly met: number; readonly partly: number; readonly missing: number } | null;
}; // prettier-ignore
export type Living = {
  readonly practice: string;
  readonly clauses: readonly string[];
  readonly type: string;
  readonly plural: string;
  readonly last: string | null;
  readonly month: number;
  readonly before: number;
  readonly pulse: 'alive' | 'quiet' | 'silent' | 'unused';
};
type Share = { readonly value: number | null; readonly of: number };
export type Wheel = {
  readonly day: string;
  readonly phases: readonly PhaseOwed[];
  readonly sites: readonly (Owed & { readonly id: string | null })[];
  readonly refs: Refs;
  readonly living: readonly Living[];
  readonly vitality: {
    readonly value: number | null;
    readonly parts: Readonly<Record<'activity' | 'documents' | 'requirements', Share>>;
    /** The practices that have fallen silent. */
    readonly silent: readonly string[];
  };
};

export const useWheel = (site: string | undefined) =>
  useQuery({
    queryKey: ['management-system', 'wheel', site ?? ''],
    queryFn: ({ signal }) => api.get<Wheel>(`/management-system/wheel${writeQuery({ site })}`, signal),
    placeholderData: keepPreviousData,
  });

export type Planned = {
  readonly id: string;
  readonly type: string;
  readonly plural: string;
  readonly number: string;
  readonly title: string;
  readonly field: string;
  readonly phase: Phase;
  readonly day: string;
  readonly owed: boolean;
  readonly ownerId: string | null;
};
export type Calendar = {
  readonly today: string;
  readonly items: readonly Planned[];
  readonly refs: Refs;
  readonly cut: boolean;
};

export const useCalendar = (year: number, mine: boolean) =>
  useQuery({
    queryKey: ['management-system', 'calendar', year, mine],
    queryFn: ({ signal }) =>
      api.get<Calendar>(
        `/management-system/calendar${writeQuery({ from: `${year}-01-01`, to: `${year + 1}-01-01`, mine: mine ? '1' : undefined })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
