import type { ComponentType } from 'react';
import type { WordLoader } from '../../platform/ui/words.ts';

/** What a practice adds to the portal: its fourth door, imported by app/portal.tsx only. */
export type PortalPart = {
  readonly routes: readonly {
    /** Below /portal. */
    readonly path: string;
    readonly load: () => Promise<{ default: ComponentType }>;
    /** Also for those who are not signed in; the page's own data decide what they see. */
    readonly anyone?: true;
  }[];
  /** What it asks of people on their first page; with `about`, on the page of that record. Nothing, most of the time. */
  readonly asks?: () => Promise<{ default: ComponentType<{ readonly about?: string }> }>;
  /** What may solve what is being typed, before it is sent; `onSolved` says that it did. */
  readonly suggests?: () => Promise<{ default: ComponentType<SuggestProps> }>;
  readonly words: readonly WordLoader[];
};

export type SuggestProps = {
  readonly typed: string;
  readonly serviceId?: string;
  /** Absent where nothing is being reported yet: then it is only found. */
  readonly onSolved?: () => void;
};
