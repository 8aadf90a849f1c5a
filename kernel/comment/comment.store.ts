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

/** From one record to another; `ids` absent: all of them. `inside`: from now on only for those who work inside. */
export type Carried = {
  readonly from: string;
  readonly to: string;
  readonly ids?: readonly string[] | undefined;
  readonly inside: boolean;
};
/** Comments as they were said, by whom and when, in another record too. The first record keeps its own. */
export const carryComments = (tx: Tx, { from, to, ids, inside }: Carried) =>
  tx.run<{ id: string }>(
    'carry_comments',
    `insert into comment (id, record_id, author_id, body, public, at, carried_from)
     select gen_random_uuid(), $2, c.author_id, c.body, c.public and not $4, c.at, $1 from comment c
     where c.record_id = $1 and ($3::uuid[] is null or c.id = any($3::uuid[])) returning id`,
    [from, to, ids ?? null, inside],
  );
