import { Problem } from '../../platform/http/problem.ts';
import type { DifferenceKind, FoundRelation } from './difference.fields.ts';
import type { Feed } from './feed.fields.ts';
import type { KnownItem } from './feed.known.ts';

export type FoundDifference = {
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly title: string;
  readonly ciId?: string;
  readonly ref?: string | null;
  readonly field?: string;
  readonly recorded?: unknown;
  readonly found?: unknown;
  readonly relation?: FoundRelation;
  readonly ownerId?: string | null;
  readonly serviceId?: string | null;
};
export const placed = ({ ownerId, serviceId }: KnownItem) => ({ ownerId, serviceId });

/** Refuses a source that has lost what it knew: that is a broken export, no mass retirement. */
export function mustNotShrink(what: 'items' | 'relations', before: number, missing: number, feed: Feed): void {
  const most = feed.shrinkPercent ?? 20;
  if (before === 0 || missing === 0) return;
  const percent = Math.round((missing / before) * 100);
  if (missing === before || (missing > 3 && (missing / before) * 100 > most))
    throw new Problem(422, 'feed.shrunk', { what: `@feed.${what}`, missing, before, percent, most });
} // prettier-ignore
