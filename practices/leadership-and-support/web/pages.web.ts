import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from '../i18n/en.ts';
import type { ItemKey } from '../leadership.items.ts';
import type { LineKind, PanelKey } from '../panels.ts';

export const usePageWords = useWords<typeof words>;

type Wanted = { readonly id: string; readonly text: string; readonly status: string | null };
export type SupportLine = {
  readonly key: keyof (typeof words)['support_page']['line'];
  readonly kind: LineKind;
  readonly n: number;
  readonly records: string;
};
export type SupportFigure = {
  readonly key: string;
  readonly unit: 'percent' | 'ms' | 'count' | 'number';
  readonly value: number | null;
  readonly n: number;
  readonly numerator?: number;
};
export type SupportPanel = {
  readonly key: PanelKey;
  readonly clause: string;
  readonly to: string;
  readonly lines: readonly SupportLine[];
  readonly figures: readonly SupportFigure[];
  readonly requirements: { readonly of: number; readonly met: number; readonly lacking: readonly Wanted[] };
};
export const useSupport = () =>
  useQuery({
    queryKey: ['support'],
    queryFn: ({ signal }) =>
      api.get<{ day: string; evaluatedOn: string | null; panels: readonly SupportPanel[] }>(
        '/support',
        signal,
      ),
  });

export type LeadershipItem = {
  readonly key: ItemKey;
  readonly state: 'fresh' | 'old' | 'none';
  readonly latest: string | null;
  readonly acts: readonly {
    readonly type: string;
    readonly plural: string;
    readonly number: string;
    readonly title: string;
    readonly day: string;
    readonly by: string | null;
    readonly byTop: boolean;
  }[];
  readonly requirements: readonly Wanted[];
};
export const useLeadership = () =>
  useQuery({
    queryKey: ['leadership'],
    queryFn: ({ signal }) =>
      api.get<{ day: string; items: readonly LeadershipItem[] }>('/leadership', signal),
  });

/** Met is calm; what lacks is not. */
export const toneOf = (status: string | null) =>
  status === 'met'
    ? 'teal'
    : status === 'none' || status === null
      ? 'gray'
      : status === 'partly'
        ? 'yellow'
        : 'red';
