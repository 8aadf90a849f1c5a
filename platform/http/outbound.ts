import { lookup } from 'node:dns/promises';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What an answer may be read of: enough to say why not. */
const mostRead = 300;

export type Outcome =
  | { readonly status: number; readonly text: string }
  /** A key of words, or what the network said. */
  | { readonly status: null; readonly reason: string };

/** What is not the public internet: whoever may write an address must not reach through us what only we can reach. */
const inside = new BlockList();
for (const network of [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
  '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4', '::/128', '::1/128', '64:ff9b::/96', '2002::/16',
  'fc00::/7', 'fe80::/10', 'ff00::/8',
]) addNetwork(inside, network); // prettier-ignore

function addNetwork(list: BlockList, network: string): void {
  const [address = '', bits] = network.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
}

const isIn = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** `allowed`: names of hosts, and networks as 10.0.0.0/8, that may be inside. */
export function mayReach(address: string, host: string, allowed: readonly string[]): boolean {
  // An IPv4 address in the clothes of IPv6.
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mayReach(mapped, host, allowed);
  if (/^::ffff:/i.test(address)) return false;
  if (!isIn(inside, address)) return true;
  if (allowed.some((each) => each.toLowerCase() === host.toLowerCase())) return true;
  const networks = new BlockList();
  for (const each of allowed) if (isIP(each.split('/')[0] ?? '') > 0) addNetwork(networks, each);
  return isIn(networks, address);
}

class NotReachable extends Error {}

/**
 * Posts a body, follows no redirection and never throws. The address that is judged is the one that is connected to: a
 * name that changes its mind between the two gains nothing.
 */
export function post(
  url: string,
  given: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly allowed: readonly string[];
    readonly timeoutMs: number;
  },
): Promise<Outcome> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const refused: Outcome = { status: null, reason: '@webhook.reason.inside' };
  if (isIP(host) > 0 && !mayReach(host, host, given.allowed)) return Promise.resolve(refused);
  const judged: LookupFunction = (name, options, found) => {
    lookup(name, {
      all: true,
      ...(options.family === 4 || options.family === 6 ? { family: options.family } : {}),
    }).then(
      (addresses) => {
        if (addresses.some(({ address }) => !mayReach(address, host, given.allowed)))
          return found(new NotReachable('inside'), '', 4);
        const [first] = addresses;
        if (options.all) return found(null, addresses);
        return found(null, first?.address ?? '', first?.family ?? 4);
      },
      (error: NodeJS.ErrnoException) => found(error, '', 4),
    );
  };
  return new Promise((resolve) => {
    const ask = target.protocol === 'https:' ? secure : plain;
    const request = ask(
      target,
      {
        method: 'POST',
        lookup: judged,
        headers: { ...given.headers, 'content-length': String(Buffer.byteLength(given.body)) },
        signal: AbortSignal.timeout(given.timeoutMs),
        agent: false,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text = (text + part).slice(0, mostRead);
          // Whoever answers without end is not listened to.
          if (text.length === mostRead) response.destroy();
        });
        response.on('close', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', () => undefined);
      },
    );
    request.on('error', (error) => {
      if (error instanceof NotReachable) return resolve(refused);
      const late = error.name === 'AbortError' || error.name === 'TimeoutError';
      resolve({ status: null, reason: late ? '@webhook.reason.timeout' : error.message.slice(0, 300) });
    });
    request.end(given.body);
  });
}
