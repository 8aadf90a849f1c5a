import type { Tx } from '../../platform/db/tx.ts';

/** Where an article was opened: on the portal's pages, while a report was being written, or beside the work on it. */
export const useKinds = ['portal', 'report', 'workspace'] as const;
export type UseKind = (typeof useKinds)[number];

export async function countUse(tx: Tx, articleId: string, place: UseKind, day: string): Promise<void> {
  await tx.run(
    'count_article_use',
    `insert into article_use as u (article_id, day, place, views) values ($1, $2, $3, 1)
     on conflict (article_id, day, place) do update set views = u.views + 1`,
    [articleId, day, place],
  );
}

/** What came of an article in the last days: views by day, what readers said of each version, what it solved. */
export async function useOf(tx: Tx, articleId: string, since: string) {
  const views = await tx.run<{ day: string; place: UseKind; views: number }>(
    'article_views',
    `select day::text as day, place, views from article_use where article_id = $1 and day >= $2 order by day, place`,
    [articleId, since],
  );
  const [said] = await tx.run<{ helpful: number; judged: number; deflected: number; open: number }>(
    'article_judged',
    `select (count(*) filter (where f.helpful and not f.deflected))::int as helpful, (count(*) filter (where not f.deflected))::int as judged,
       (count(*) filter (where f.deflected))::int as deflected, (count(*) filter (where r.open))::int as open
     from article_feedback f join record r on r.id = f.id where f.article_id = $1`,
    [articleId],
  );
  const [solved] = await tx.run<{ n: number }>(
    'article_solved',
    `select count(*)::int as n from link l join record r on r.id = l.from_id
     where l.to_id = $1 and l.kind = 'solved_by' and r.type = 'incident'`,
    [articleId],
  );
  return { views, ...said, solved: solved?.n ?? 0 };
}
