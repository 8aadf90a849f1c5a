import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as overHttp, type IncomingMessage } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Problem } from '../../platform/http/problem.ts';
import { mostBytes } from './feed.document.ts';
import { isAllowed, isInside, urlRefused } from './feed.hosts.ts';

export type Ask = {
  readonly url: string;
  readonly hosts: readonly string[];
  readonly header?: { readonly name: string; readonly value: string } | undefined;
  readonly timeoutMs?: number;
};

/**
 * One document over HTTP. The address that was judged is the address that is connected to: a name that stands for
 * another one a moment later gains nothing. Redirects are not followed; they would lead past that judgement.
 */
export async function fetchDocument({ url, hosts, header, timeoutMs = 30_000 }: Ask): Promise<Buffer> {
  const refused = urlRefused(url, hosts);
  if (refused) throw new Problem(422, refused.code, refused.params ?? {});
  const to = new URL(url);
  const request = to.protocol === 'https:' ? overHttps : overHttp;
  const response = await new Promise<IncomingMessage>((done, fail) => {
    const asked = request(to, {
      lookup: judged(to.hostname, hosts),
      headers: { accept: 'application/json, text/csv', ...(header ? { [header.name]: header.value } : {}) },
      signal: AbortSignal.timeout(timeoutMs),
    });
    asked.on('response', done).on('error', (error) => fail(told(error)));
    asked.end();
  });
  const status = response.statusCode ?? 0;
  if (status < 200 || status > 299) {
    response.destroy();
    throw new Problem(422, status >= 300 && status < 400 ? 'feed.redirected' : 'feed.http_status', {
      status,
    });
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) throw new Problem(422, 'feed.too_large', { megabytes: mostBytes / 1024 / 1024 });
      chunks.push(chunk);
    }
  } catch (error) {
    throw told(error);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

const told = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const { name, code, message } = error as Error & { code?: string };
  return name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR'
    ? new Problem(422, 'feed.timed_out')
    : new Problem(422, 'feed.unreachable', { detail: (code ?? message).slice(0, 120) });
};

/** Resolves a name to those of its addresses that may be asked; none: not allowed. */
const judged =
  (host: string, hosts: readonly string[]): LookupFunction =>
  (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const free = isAllowed(host, hosts) ? addresses : addresses.filter(({ address }) => !isInside(address));
      const [first] = free;
      if (!first) return callback(new Problem(422, 'feed.host_not_allowed', { host }), '', 0);
      return options.all === true ? callback(null, free) : callback(null, first.address, first.family);
    });
  };
