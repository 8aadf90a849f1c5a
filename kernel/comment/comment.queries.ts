import type { Tx } from '../../platform/db/tx.ts';

type Row = {
  id: string;
  body: string;
  public: boolean;
  at: string;
  author_id: string | null;
  name: string | null;
  /** The record from which it was carried here. */
  carriedFrom: string | null;
};

/** A record's comments, oldest first; internal ones only for those who work inside. */
export async function commentsOf(tx: Tx, recordId: string, internalToo: boolean) {
  const rows = await tx.run<Row>(
    'comments_of',
    `select c.id, c.body, c.public, c.at, c.author_id, p.title as name, f.number as "carriedFrom"
     from comment c left join record p on p.id = c.author_id left join record f on f.id = c.carried_from
     where c.record_id = $1 and (c.public or $2) order by c.at, c.id limit 2000`,
    [recordId, internalToo],
  );
  return rows.map(({ author_id, name, ...comment }) => ({
    ...comment,
    author: author_id === null ? null : { id: author_id, name },
  }));
}
