import type { Tx } from '../../platform/db/tx.ts';

export type NewComment = {
  readonly id: string;
  readonly recordId: string;
  readonly authorId: string | null;
  readonly body: string;
  /** Seen by the customer; internal notes never are. */
  readonly public: boolean;
  readonly at: number;
};

export async function saveComment(tx: Tx, comment: NewComment): Promise<void> {
  await tx.run(
    'save_comment',
    'insert into comment (id, record_id, author_id, body, public, at) values ($1, $2, $3, $4, $5, $6)',
    [
      comment.id,
      comment.recordId,
      comment.authorId,
      comment.body,
      comment.public,
      new Date(comment.at).toISOString(),
    ],
  );
}
