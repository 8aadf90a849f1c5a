import { addDays } from '../../kernel/calendar/home-days.ts';
import { sql } from 'kysely';
import type { Work } from '../../kernel/practice/house.ts';
import { fromRows, looksAt } from '../../kernel/evidence/count.ts';
import type { RecordCheck } from '../../kernel/evidence/evidence.ts';

/** How often it happened; or that nothing counts it; or that something must be there always, whatever happens. */
export type Occurred =
  | { readonly kind: 'counted'; readonly n: number }
  | { readonly kind: 'not_counted' }
  | { readonly kind: 'must_exist' };

/** A page need not know more precisely. */
const countedTo = 10_000;

/**
 * How many records a requirement's checks look at in a period, both days included. Counted from the records themselves
 * and not from what was evaluated last: what came a minute ago has occurred.
 */
export async function occurrences(
  work: Work,
  requirement: string,
  firstDay: string,
  lastDay: string,
): Promise<Occurred> {
  const { house } = work;
  const checks = house.evidence.get(requirement)?.checks ?? [];
  const standing = checks.some(
    (check) => check.kind !== 'each' || check.at === 'now' || check.empty === 'missing',
  );
  if (checks.length === 0) return { kind: 'not_counted' };
  const events = checks.filter((check): check is RecordCheck => check.kind === 'each' && check.at !== 'now');
  if (events.length === 0) return { kind: 'must_exist' };
  const when = {
    now: new Date(house.now()).toISOString(),
    from: `${firstDay}T00:00:00.000Z`,
    to: `${addDays(lastDay, 1)}T00:00:00.000Z`,
  };
  const parts = events.map(
    (check) =>
      sql`(select r.id from ${fromRows(house, check)} where ${looksAt(house, check, when)} limit ${countedTo})`,
  );
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (${sql.join(parts, sql` union `)}) x`.execute(work.db);
  const n = rows[0]?.n ?? 0;
  return n === 0 && standing ? { kind: 'must_exist' } : { kind: 'counted', n };
}
