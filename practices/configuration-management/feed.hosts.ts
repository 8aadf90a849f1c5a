import { BlockList, isIP } from 'node:net';
import { defineSetting } from '../../kernel/practice/settings.ts';
import { no, type Refusal } from '../../kernel/process/process.ts';

/** Hosts inside the own network that feeds may ask; the internet needs no entry. */
export const allowedHosts = defineSetting<{ hosts: readonly string[] }>('configuration.feed_hosts', {
  hosts: [],
});

/** Never without an entry: what only this machine or its network sees, the metadata service of a cloud above all. */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inside.addSubnet(net, bits, 'ipv4'); // prettier-ignore
for (const [net, bits] of [
  ['::', 127], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['64:ff9b::', 96], ['2002::', 16],
] as const) inside.addSubnet(net, bits, 'ipv6'); // prettier-ignore

export function isInside(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  if (family === 4) return inside.check(address, 'ipv4');
  return inside.check(address, 'ipv6') || inside.check(address.replace(/^::ffff:/i, ''), 'ipv4');
}

export const isAllowed = (host: string, hosts: readonly string[]) =>
  hosts.some((allowed) => allowed.trim().toLowerCase() === host.toLowerCase());

/** As far as the address itself can tell; what its name stands for is asked when it is fetched. */
export function urlRefused(text: string, hosts: readonly string[]): Refusal | undefined {
  if (!URL.canParse(text)) return no('feed.bad_url');
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return no('feed.only_http');
  if (username !== '' || password !== '') return no('feed.no_credentials_in_url');
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isAllowed(bare, hosts)) return undefined;
  const local = bare === 'localhost' || /\.(?:localhost|local|internal)$/i.test(bare);
  return local || (isIP(bare) !== 0 && isInside(bare))
    ? no('feed.host_not_allowed', { host: bare })
    : undefined;
}
