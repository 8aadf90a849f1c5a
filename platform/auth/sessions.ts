import type { IncomingHttpHeaders } from 'node:http';
import type { Auth } from './auth.ts';

/**
 * The id of the person who is signed in with this request's cookie, or null. With `setCookie` a session that is used
 * is also prolonged (once a day), and the cookies that go with it are handed over.
 */
export async function sessionPerson(
  auth: Auth,
  headers: IncomingHttpHeaders,
  setCookie?: (cookies: string[]) => void,
): Promise<string | null> {
  const { cookie } = headers;
  // Most calls with a token, and all from outside, carry no cookie of ours: they cost no query.
  if (!cookie?.includes('session_token=')) return null;
  const { headers: answered, response } = await auth.api.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh: setCookie === undefined },
    returnHeaders: true,
  });
  const cookies = answered.getSetCookie();
  if (cookies.length > 0) setCookie?.(cookies);
  // A sign-in that raced with disableAccount may have left a session behind.
  return response && !response.user.disabledAt ? response.user.id : null;
}
