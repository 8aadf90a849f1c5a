import { defineNotices, type About } from '../../kernel/notification/notice.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { asText } from '../../kernel/record/text.ts';

const on = (...action: string[]) => ({ type: 'article', action });

/** Owners hear when their articles need them, approvers when one waits, readers when they are answered. */
export const articleNotices = defineNotices(
  { kind: 'article.submitted', staffOnly: true, usual: 'mail', on: on('submit'), to: [({ work, event }) => approversBut(work, event.actorId)] },
  { kind: 'article.published', staffOnly: true, on: on('approve'), to: ['owner', ({ work, record }) => authorsOf(work, record)] },
  { kind: 'article.sent_back', staffOnly: true, usual: 'mail', on: on('send_back'), to: ['owner', ({ work, record }) => authorsOf(work, record)] },
  { kind: 'article.review_due', staffOnly: true, usual: 'mail', on: on('fall_due'), to: ['owner'] },
  {
    kind: 'article.expires', staffOnly: true, usual: 'mail', on: on('announce_expiry'), to: ['owner'],
    params: ({ event }) => ({ date: asText(event.detail?.['expiresOn']) }),
  },
  { kind: 'article.expired', staffOnly: true, urgent: true, on: on('expire'), to: ['owner'] },
  {
    kind: 'article_feedback.given', staffOnly: true, usual: 'digest', on: { type: 'article-feedback', action: ['create', 'change'] },
    when: ({ changes }) => (changes['remark']?.[1] ?? null) !== null,
    to: ['owner'],
    params: ({ event }) => ({ text: asText(event.changes['remark']?.[1]) }),
  },
  {
    kind: 'article_feedback.answered', usual: 'mail', on: { type: 'article-feedback', action: 'answer' }, to: ['requester'],
    // To the article, with the answer below it: what was said of it has no page of its own in the portal.
    params: async ({ event, record, work }) => ({ text: asText(event.changes['answer']?.[1]), path: `/knowledge/${await articleOf(work, record)}` }),
    mailPath: async (_tx, _now, { params }) => (typeof params['path'] === 'string' ? `/portal${params['path']}` : undefined),
  },
); // prettier-ignore

async function articleOf(work: Work, { id }: About): Promise<string> {
  const [row] = await work.run<{ number: string }>(
    'article_of_feedback',
    'select r.number from article_feedback f join record r on r.id = f.article_id where f.id = $1',
    [id],
  );
  return row?.number ?? '';
}

async function authorsOf(work: Work, { id }: About): Promise<readonly string[]> {
  const [row] = await work.run<{ ids: string[] }>(
    'article_authors',
    'select author_ids as ids from article where id = $1',
    [id],
  );
  return row?.ids ?? [];
}

/** Knowledge managers; where there is none, the leads of the service desk. */
async function approversBut(work: Work, author: string | null): Promise<readonly string[]> {
  const rows = await work.run<{ id: string; role: string }>(
    'article_approvers',
    `select distinct h.person_id as id, h.role from role_holder h join record r on r.id = h.id
     where h.role in ('knowledge-manager', 'service-desk-lead', 'sms-manager') and r.state = 'active'
       and h.valid_from <= $1::date and (h.valid_to is null or h.valid_to >= $1::date)`,
    [new Date(work.house.now()).toISOString()],
  );
  const others = rows.filter(({ id }) => id !== author);
  const managers = others.filter(({ role }) => role === 'knowledge-manager');
  return (managers.length > 0 ? managers : others).map(({ id }) => id);
}
