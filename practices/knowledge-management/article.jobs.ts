import { system } from '../../kernel/access/actor.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import type { House } from '../../kernel/practice/house.ts';
import { act, begin } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { expiryNoticeDays } from './article.settings.ts';
import { todayOf } from './knowledge.queries.ts';

const dayMs = 86_400_000;

/** 7.6: knowledge is kept up. Once a day what is due is told to its owner, and what has expired is taken from readers. */
export const keepArticlesCurrent = defineJob({
  name: 'keep-articles-current',
  cron: '10 0 * * *',
  run: async (house) => {
    const today = todayOf(house);
    const ahead = house.reference.settings.get(expiryNoticeDays).value * dayMs;
    const soon = new Date(house.now() + ahead).toISOString().slice(0, 10);
    await each(house, 'expire', `r.state in ('published', 'review_due') and a.expires_on < $1::date`, today);
    await each(house, 'fall_due', `r.state = 'published' and a.review_due_on <= $1::date`, today);
    // Told once for each date: a date that was moved is another one.
    await each(
      house,
      'announce_expiry',
      `r.state in ('published', 'review_due', 'revising', 'in_review') and a.published_version is not null
         and a.expires_on <= $1::date and not exists (select 1 from trail_event e where e.record_id = a.id
           and e.action = 'announce_expiry' and e.detail->>'expiresOn' = a.expires_on::text)`,
      soon,
    );
  },
});

/** Each in its own transaction: one that cannot be done keeps no other from it. */
async function each(house: House, action: string, condition: string, day: string): Promise<void> {
  const due = await onConnection(house.pool, (tx) =>
    tx.run<{ id: string; expiresOn: string | null }>(
      `articles_to_${action}`,
      `select a.id, a.expires_on::text as "expiresOn" from article a join record r on r.id = a.id where ${condition} order by a.id limit 5000`,
      [day],
    ),
  );
  for (const { id, expiresOn } of due) {
    const detail = action === 'announce_expiry' ? { expiresOn } : {};
    await begin(house, (work) => act(work, { type: 'article', id }, action, system(), {}, { detail }));
  }
}
