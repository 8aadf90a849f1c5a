import { defineNotices, type About } from '../../kernel/notification/notice.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { asText } from '../../kernel/record/text.ts';
import { addresseesOf } from './acknowledgement.store.ts';
import { todayOf } from './document.days.ts';

const on = (...action: string[]) => ({ type: 'document', action });
const day = (detail: Readonly<Record<string, unknown>> | null) => asText(detail?.['day']);

/** Owners hear when their documents need them, writers what became of theirs, readers what they must read. */
export const documentNotices = defineNotices(
  {
    kind: 'document.approved', staffOnly: true, on: on('approved'), to: ['owner', ({ work, record }) => authorsOf(work, record)],
    params: ({ event }) => ({ version: asText(event.changes['approvedVersion']?.[1]) }),
  },
  {
    kind: 'document.rejected', staffOnly: true, usual: 'mail', on: on('rejected'), to: ['owner', ({ work, record }) => authorsOf(work, record)],
    params: ({ event }) => ({ text: asText(event.detail?.['reason']) }),
  },
  {
    kind: 'document.to_read', usual: 'mail', on: on('take_effect'),
    // A minor version mends words, and is not read anew.
    when: ({ changes }) => asText(changes['effectiveVersion']?.[1]).endsWith('.0'),
    to: [({ work, record }) => addresseesOf(work, record.id, todayOf(work.house))],
    params: ({ event, record }) => ({
      version: asText(event.changes['effectiveVersion']?.[1]),
      // Readers in the portal see no record, so the title does not come with it.
      name: record.title,
      path: `/reading/${record.number}`,
    }),
    mailPath: async (_tx, _now, { params }) => (typeof params['path'] === 'string' ? `/portal${params['path']}` : undefined),
  },
  { kind: 'document.review_ahead', staffOnly: true, on: on('announce_review'), to: ['owner'], params: ({ event }) => ({ date: day(event.detail) }) },
  { kind: 'document.review_due', staffOnly: true, usual: 'mail', on: on('fall_due', 'remind_review'), to: ['owner'], params: ({ event }) => ({ date: day(event.detail) }) },
  { kind: 'document.obsolete', staffOnly: true, on: on('withdraw', 'supersede'), to: ['owner', ({ work, record }) => authorsOf(work, record)] },
); // prettier-ignore

async function authorsOf(work: Work, { id }: About): Promise<readonly string[]> {
  const [row] = await work.run<{ ids: string[] }>(
    'document_authors',
    'select author_ids as ids from document where id = $1',
    [id],
  );
  return row?.ids ?? [];
}
