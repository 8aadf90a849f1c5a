import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../platform/http/problem.ts';
import type { Tx } from '../../platform/db/tx.ts';

const mostCharacters = 200;

/** The caller's key, when there is one. A longer one is not cut: two keys could become the same. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key.trim() === '' || key.length > mostCharacters)
    throw new Problem(400, 'problem.idempotency_key', { most: mostCharacters });
  return key;
}

/**
 * `Idempotency-Key`: a call that is repeated because its answer was lost gets the first answer again, and is not done
 * twice. The key is the person's own; with another body it is a mistake, and told.
 */
export async function once<T extends object>(
  tx: Tx,
  personId: string,
  key: string,
  request: unknown,
  work: () => Promise<T>,
): Promise<T> {
  const hash = createHash('sha256').update(JSON.stringify(request)).digest();
  // A second call waits here until the first commits or rolls back.
  const taken = await tx.run(
    'take_key',
    'insert into idempotency_key (key, person_id, request) values ($1, $2, $3) on conflict do nothing returning key',
    [key, personId, hash],
  );
  if (taken.length === 0) {
    const [before] = await tx.run<{ request: Buffer; body: T }>(
      'key_answer',
      'select request, body from idempotency_key where person_id = $1 and key = $2',
      [personId, key],
    );
    if (!before || !before.request.equals(hash))
      throw new Problem(422, 'problem.idempotency_reused', { key: key.slice(0, 80) });
    return before.body;
  }
  const answer = await work();
  await tx.run('keep_answer', 'update idempotency_key set body = $3 where person_id = $1 and key = $2', [
    personId,
    key,
    JSON.stringify(answer),
  ]);
  return answer;
}
