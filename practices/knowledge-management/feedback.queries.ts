import type { Actor } from '../../kernel/access/actor.ts';
import type { Tx } from '../../platform/db/tx.ts';

export type OwnFeedback = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly helpful: boolean;
  readonly remark: string | null;
  readonly answer: string | null;
};

/** What this reader said of this version, and what was answered; null when they said nothing yet. */
export async function ownFeedback(
  tx: Tx,
  articleId: string,
  version: number,
  actor: Actor,
): Promise<OwnFeedback | null> {
  const [row] = await tx.run<OwnFeedback>(
    'own_article_feedback',
    `select r.id, r.number, r.state, f.helpful, f.remark, f.answer from article_feedback f join record r on r.id = f.id
     where f.article_id = $1 and f.article_version = $2 and f.rater_id = $3 and not f.deflected`,
    [articleId, version, actor.id],
  );
  return row ?? null;
}
