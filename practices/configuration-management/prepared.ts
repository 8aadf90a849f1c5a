import { hash } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../platform/db/tx.ts';

/**
 * Runs a query that is built, prepared all the same: who may see what is part of its text, so the text is part of its
 * name. For the questions that are asked all day; there are as many statements as sets of roles that ask them.
 */
export async function prepared<T extends object>(tx: Tx, name: string, built: RawBuilder<T>): Promise<T[]> {
  const { sql, parameters } = built.compile(tx.db);
  return tx.run<T>(`${name}_${hash('sha1', sql).slice(0, 16)}`, sql, parameters);
}
