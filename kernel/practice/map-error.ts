import pg from 'pg';
import { invalidField, Problem } from '../../platform/http/problem.ts';
import type { House } from './house.ts';

/** What PostgreSQL refuses because of the input, said as a problem of the field it is about. */
export function mapError(house: House, error: unknown): Problem | undefined {
  if (isGone(error)) return new Problem(503, 'problem.not_ready', { why: 'PostgreSQL', seconds: 2 });
  if (!(error instanceof pg.DatabaseError)) return undefined;
  if (error.code === '23505') {
    const field = [...house.types.values()]
      .map((t) => t.unique?.[error.constraint ?? ''])
      .find((f) => f !== undefined);
    return invalidField(field ?? error.constraint ?? '', 'problem.taken');
  }
  // Not UTF-8, a number or date out of range, text that is no uuid, a value too long.
  if (['22021', '22003', '22008', '22007', '22P02', '22001', '22P05'].includes(error.code ?? '')) {
    return new Problem(422, 'problem.unstorable', { detail: error.message });
  }
  // Given up in favour of others, three times in a row (see tx.ts).
  if (error.code === '40001' || error.code === '40P01')
    return new Problem(503, 'problem.busy', { seconds: 1 });
  if (error.code === '57014') return new Problem(503, 'problem.too_slow');
  return undefined;
}

/** PostgreSQL ends, starts, or cannot be reached: the caller may try again, and nothing was acknowledged. */
function isGone(error: unknown): boolean {
  const { code = '', message } = error as { code?: string; message?: string };
  return (
    /^(?:57P0[1-3]|08\w{3}|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code) ||
    /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(message ?? '')
  );
}
