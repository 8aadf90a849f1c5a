import { sql, type RawBuilder } from 'kysely';
import { words } from './words.ts';

/**
 * What a person typed as a tsquery: every word must occur, the last one may be unfinished. Quotes, operators and
 * anything else that PostgreSQL would read as syntax are only separators here.
 */
export function matches(typed: string): RawBuilder<unknown> {
  const terms = words(typed.slice(0, 300)).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (terms.length === 0) return sql`''::tsquery`;
  const last = terms.length - 1;
  // to_tsquery stems 'printers':* to print:*, as the index did.
  const query = terms.map((term, i) => (i === last ? `'${term}':*` : `'${term}'`)).join(' & ');
  return sql`to_tsquery('words', ${query})`;
}
