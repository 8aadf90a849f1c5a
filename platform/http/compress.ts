import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const zip = promisify(gzip);
/** Less is one packet or two either way. */
const worthwhile = 4096;
/** Four fifths of what the best level saves, in a third of its time. */
const level = 4;

/** Long answers travel compressed to whoever takes that: what there is to know of every record type is 200 kB as JSON. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < worthwhile) return payload;
    void reply.header('vary', 'accept-encoding');
    if (reply.hasHeader('content-encoding') || !takesGzip(request.headers['accept-encoding'])) return payload;
    void reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return zip(payload, { level });
  });
}

const takesGzip = (header: string | string[] | undefined) =>
  /(?:^|[,\s])gzip(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(String(header ?? ''));
