import { firstId } from '../../kernel/evidence/count.ts';
import type { When } from '../../kernel/evidence/evidence.ts';
import type { Tx } from '../../platform/db/tx.ts';

/** A rule that looks at many records at once: what it found, and what makes it the same lapse the next time. */
export type WideRule = {
  readonly key: string;
  readonly requirement: string;
  readonly find: (tx: Tx, when: When) => Promise<readonly Wide[]>;
};
export type Wide = {
  readonly key: string;
  readonly title: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

const dayMs = 86_400_000;
/** So many records of one type, made by one person in one hour, were not made as the work was done. */
const bulk = 60;
/** A practice that had so many records in three months and none in the last has fallen silent. */
const usual = 10;
const ago = (when: When, days: number) => new Date(Date.parse(when.now) - days * dayMs).toISOString();

/** certification.md 3.7: auditors look for histories that were fabricated on one day. Imports say what they are. */
const madeInBulk: WideRule = {
  key: 'records.made_in_bulk',
  requirement: '8.1-b',
  find: async (tx, when) => {
    const rows = await tx.run<{ type: string; by: string; name: string; hour: string; n: number }>(
      'watch_bulk',
      `select r.type, r.created_by as by, p.title as name, to_char(date_trunc('hour', r.created_at at time zone 'UTC'), 'YYYY-MM-DD"T"HH24') as hour,
         count(*)::int as n
       from record r join record p on p.id = r.created_by
       join trail_event e on e.record_id = r.id and e.version = 1 and e.channel in ('web', 'api', 'mail')
       where r.id >= $1::uuid and r.created_by is not null
       group by 1, 2, 3, 4 having count(*) >= $2`,
      [firstId(ago(when, 8)), bulk],
    );
    return rows.map(({ type, by, name, hour, n }) => ({
      key: `${type}:${by}:${hour}`,
      title: `${type} × ${n} · ${name} · ${hour}:00 UTC`,
      facts: { type, n, hour: `${hour}:00 UTC`, name },
    }));
  },
};

/** processes.md 0.1.6, certification.md 3.1: a process without records has stopped, or somebody must say that nothing occurred. */
const fellSilent: WideRule = {
  key: 'practice.fell_silent',
  requirement: '4.4-b',
  find: async (tx, when) => {
    const rows = await tx.run<{ type: string; before: number }>(
      'watch_silent',
      `select r.type, count(*)::int as before from record r
       where r.id >= $1::uuid and r.id < $2::uuid and r.type = any($4::text[])
       group by r.type having count(*) >= $3
         and not exists (select 1 from record n where n.type = r.type and n.id >= $2::uuid)`,
      [firstId(ago(when, 120)), firstId(ago(when, 30)), usual, working],
    );
    const month = when.now.slice(0, 7);
    return rows.map(({ type, before }) => ({
      key: `${type}:${month}`,
      title: `${type} · ${month}`,
      facts: { type, before, days: 30 },
    }));
  },
};
/** Records that daily work makes. */
const working = [
  'incident',
  'service-request',
  'problem',
  'change',
  'release',
  'article',
  'rating',
  'verification',
];

export const wideRules: readonly WideRule[] = [madeInBulk, fellSilent];
