import pg from 'pg';
import { invalidField, Problem } from '../../platform/http/problem.ts';
import type { House } from './house.ts';

/** What PostgreSQL refuses because of the input, said as a problem of the field it is about. */
export function mapError(house: House, error: unknown): Problem | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined;
  if (error.code === '23505') {
    const field = [...house.types.values()].map((t) => t.unique?.[error.constraint ?? '']).find((f) => f !== undefined);
    return invalidField(field ?? error.constraint ?? '', 'problem.taken');
  }
  // Not UTF-8, a number or date out of range, text that is no uuid, a value too long.
  if (['22021', '22003', '22008', '22007', '22P02', '22001', '22P05'].includes(error.code ?? '')) {
    return new Problem(422, 'problem.unstorable', { detail: error.message });
  }
  if (error.code === '57014') return new Problem(503, 'problem.too_slow');
  return undefined;
}
