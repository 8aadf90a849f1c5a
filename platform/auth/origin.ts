const hostForm = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i;
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * The origins whose pages may send cookies along: the public address, and the host by which this very request came.
 * Comparing with the request's own Host lets Servanda be reached by any name and port without a list, and is safe: a
 * page elsewhere cannot choose the Host that the browser sends, so its Origin differs from it. Once the public
 * address is https, plain http counts only on this machine, or anyone on the network could write the page.
 */
export function ownOrigins(host: string | undefined, baseUrl: string): string[] {
  const base = new URL(baseUrl);
  const own = host && hostForm.test(host) && URL.canParse(`https://${host}`) ? host.toLowerCase() : undefined;
  if (!own) return [base.origin];
  const plainAllowed = base.protocol === 'http:' || loopback.test(own);
  return [base.origin, originOf(`https://${own}`), ...(plainAllowed ? [originOf(`http://${own}`)] : [])];
}

/** A browser leaves the default port out of Origin, a client may send it in Host. */
const originOf = (url: string) => new URL(url).origin;
