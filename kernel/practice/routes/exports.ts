import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invalidField } from '../../../platform/http/problem.ts';
import { query, typedRoute } from '../../../platform/http/route.ts';
import { onConnection } from '../../../platform/db/tx.ts';
import { exportBytes, mediaTypes } from '../../record/export.ts';
import { count } from '../../record/list.ts';
import { actorOf } from '../caller.ts';
import type { House } from '../house.ts';
import { filtersOf, type WordsFor } from './records.ts';

/** Every list as a file: the same filters, the same access. */
export function exportRoutes(app: FastifyInstance, house: House, words: WordsFor): void {
  for (const type of house.types.values()) {
    typedRoute(
      app,
      type.plural,
      {
        method: 'GET',
        path: `/api/v1/${type.plural}/export`,
        id: `export_${type.plural}`,
        tag: type.plural,
        summary: `${type.plural}: all that a list shows, as CSV or XLSX`,
        query: z.object({ format: z.enum(['csv', 'xlsx']).optional() }),
        responseType: 'text/csv',
      },
      async (request, reply) => {
        const actor = await actorOf(house, request, type.plural, 'read');
        const { format = 'csv' } = query(request);
        if (format !== 'csv' && format !== 'xlsx')
          throw invalidField('format', 'problem.one_of', { options: 'csv, xlsx' }, format);
        const filters = filtersOf(request);
        // A filter that cannot be is told now; once the file has begun nothing can be told any more.
        await onConnection(house.pool, (tx) => count(tx, house, type, actor, filters, 1));
        const day = new Date(house.now()).toISOString().slice(0, 10);
        reply
          .header('content-type', mediaTypes[format])
          .header('content-disposition', `attachment; filename="${type.plural}-${day}.${format}"`)
          .header('cache-control', 'no-store');
        return reply.send(
          Readable.from(exportBytes(house, type, actor, filters, format, words), { objectMode: false }),
        );
      },
    );
  }
}
