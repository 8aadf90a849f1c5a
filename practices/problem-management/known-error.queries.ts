import { sql } from 'kysely';
import { visible } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { tokens } from '../../kernel/proposal/features.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { access } from './problem.access.ts';
import { telling } from './trend.cluster.ts';
import type { PublicText } from './problem.fields.ts';

/** What is being written, as far as it is known. */
export type Draft = {
  readonly text: string;
  readonly serviceId?: string | undefined;
  readonly categoryId?: string | undefined;
  readonly ci?: string | undefined;
};

export type KnownError = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly workaround: string;
  readonly publicText: PublicText | null;
  readonly serviceId: string | null;
  readonly service: string | null;
  readonly categoryId: string | null;
  readonly ci: string | null;
  readonly causeClass: string | null;
  readonly publishedAt: string;
  readonly uses: number;
  readonly said: string;
};
type Match = KnownError & {
  readonly score: number;
  readonly words: readonly string[];
  readonly sameService: boolean;
  readonly sameCi: boolean;
};

/** So many are in force at once at most; they are few, and each is looked at. */
const mostInForce = 500;

/** Known errors in force, those of the service first: its own index holds nothing else. */
export async function inForce(
  tx: Tx,
  seen: ReturnType<typeof sql<boolean>>,
  serviceId: string | undefined,
): Promise<KnownError[]> {
  const { rows } = await sql<KnownError>`
    select r.id, r.number, r.title, r.state, p.workaround, p.public_text as "publicText", r.service_id as "serviceId", s.title as service,
      p.category_id as "categoryId", p.ci, p.cause_class as "causeClass", p.published_at as "publishedAt", p.workaround_uses as uses,
      concat_ws(' ', r.title, p.description, p.root_cause, p.public_text->>'en', p.public_text->>'zh-CN') as said
    from problem p join record r on r.id = p.id left join record s on s.id = r.service_id
    where p.published_at is not null and p.retired_at is null and p.workaround is not null and ${seen}
    order by coalesce(r.service_id = ${serviceId ?? null}::uuid, false) desc, p.published_at desc limit ${mostInForce}`.execute(
    tx.db,
  );
  return rows;
}

export const seenBy = (actor: Actor) => sql<boolean>`(r.type = 'problem' and ${visible(access, actor)})`;
/** What users may read: only what was written for them. */
export const toldToUsers = sql<boolean>`p.public_text is not null`;

const most = 5;
/** Of what is written, so much must be known of the error when the service is not the same. */
const leastShared = 0.3;

/** The known errors that what is being written may be one of, the likeliest first. */
export function matching(known: readonly KnownError[], draft: Draft): Match[] {
  const mine = tokens(draft.text).filter(telling);
  return known
    .map((error): Match => {
      const theirs = new Set(tokens(error.said));
      const words = mine.filter((word) => theirs.has(word));
      const shared = mine.length === 0 ? 0 : words.length / mine.length;
      const sameService = draft.serviceId !== undefined && error.serviceId === draft.serviceId;
      const sameCategory = draft.categoryId !== undefined && error.categoryId === draft.categoryId;
      const sameCi = draft.ci !== undefined && draft.ci !== 'none' && error.ci === draft.ci;
      const fits = sameService || sameCi || (words.length >= 2 && shared >= leastShared);
      const score = fits
        ? 0.3 * Number(sameService) + 0.2 * Number(sameCategory) + 0.3 * Number(sameCi) + 0.5 * shared
        : 0;
      // Another category of the same service is another fault, unless the words say otherwise.
      const strange =
        draft.categoryId !== undefined &&
        error.categoryId !== null &&
        !sameCategory &&
        !sameCi &&
        shared < leastShared;
      return {
        ...error,
        words: words.slice(0, 6),
        sameService,
        sameCi,
        score: strange ? 0 : Math.round(score * 100) / 100,
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}
