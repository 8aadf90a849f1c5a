import type { Seen, Theme } from './incident.texts.ts';
import type { Random } from './random.ts';

/** What will happen with one incident, but for what comes out of the rules and calendars. */
export type Plan = {
  readonly n: number;
  readonly at: number;
  readonly theme: Theme;
  readonly seen: Seen;
  readonly requester: string | undefined;
  readonly language: 'en' | 'zh-CN';
  readonly ci: string;
  readonly impact: number;
  readonly urgency: number;
  readonly random: Random;
};
