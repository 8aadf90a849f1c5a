import { isDeepStrictEqual } from 'node:util';
import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { act, create } from '../../kernel/record/act.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { FoundDifference } from './feed.difference.ts';

export type Standing = {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly state: string;
  readonly recorded: unknown;
  readonly found: unknown;
  readonly seenCount: number;
  readonly ciId: string | null;
  readonly feedId: string | null;
};

/** Differences that stand, by key: those of a source, or of one run of a verification. */
export async function standing(
  tx: Tx,
  by: 'origin' | 'verification_id' | 'subject_key',
  value: string,
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await tx.run<Standing>(
    `standing_differences_${by}`,
    `select d.id, d.subject_key as key, d.kind, r.state, d.recorded, d.found, d.seen_count as "seenCount", d.ci_id as "ciId",
       d.feed_id as "feedId"
     from difference d join record r on r.id = d.id where d.${by} = $1 and d.subject_key is not null`,
    [value],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

type From = {
  readonly origin?: string;
  readonly feedId?: string;
  readonly verificationId?: string;
  readonly editedById?: string | null;
};

/** One difference once: a new one is recorded, one that stands is seen again, a rejected one comes back with another claim. */
export async function found(
  work: Work,
  one: FoundDifference,
  before: Standing | undefined,
  from: From,
  at: number,
): Promise<'opened' | 'seen'> {
  const options = { at };
  const iso = new Date(at).toISOString();
  if (!before) {
    const { key, kind, title, ciId, ref, field, recorded, found: now, relation, ownerId, serviceId } = one;
    const given = {
      title: (title || kind).slice(0, 200), kind, subjectKey: key, firstSeenAt: iso, lastSeenAt: iso, seenCount: 1,
      recorded: recorded ?? null, found: now ?? null, ...some({ ciId, ref, field, relation, ownerId, serviceId, ...from }),
    }; // prettier-ignore
    await create(work, 'difference', system(), given, options);
    return 'opened';
  }
  const same = isDeepStrictEqual(before.found, one.found ?? null);
  const verb = before.state === 'rejected' && !same ? 'reopen' : 'see';
  await act(work, { type: 'difference', id: before.id }, verb, system(), {
    lastSeenAt: iso, seenCount: before.seenCount + 1, recorded: one.recorded ?? null, found: one.found ?? null,
  }, options); // prettier-ignore
  return verb === 'reopen' ? 'opened' : 'seen';
}

const some = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
