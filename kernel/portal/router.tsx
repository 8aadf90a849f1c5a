import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router';
import { isLanguage } from '../../platform/i18n/words.ts';
import { isProblem } from '../../platform/ui/api.ts';
import { parseQuery, writeQuery } from '../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../platform/ui/States.tsx';
import { setLanguage } from '../../platform/ui/words.ts';
import { AsksContext, asksOf } from './Asks.tsx';
import { Home } from './Home.tsx';
import { NotHere } from './NotHere.tsx';
import type { PortalPart } from './part.ts';
import { places } from './places.ts';
import { PortalShell } from './PortalShell.tsx';
import { SuggestsContext, suggestsOf } from './Suggests.tsx';
import { meQuery } from './queries.ts';

type PortalRoute = PortalPart['routes'][number];

const own: readonly PortalRoute[] = [
  { path: 'records', load: () => import('./Records.tsx') },
  { path: 'records/$number', load: () => import('./RecordPage.tsx') },
  { path: 'approvals', load: () => import('./Approvals.tsx') },
  { path: 'notices', load: () => import('./Notices.tsx') },
  { path: 'sign-in', load: () => import('./SignIn.tsx'), anyone: true },
];

/** The portal's few pages. The first one is in the first load; the others come when they are asked for. */
export function makePortal(client: QueryClient, parts: readonly PortalPart[]) {
  const asks = asksOf(parts);
  const suggests = suggestsOf(parts);
  const root = createRootRoute({
    component: () => (
      <AsksContext value={asks}>
        <SuggestsContext value={suggests}>
          <PortalShell />
        </SuggestsContext>
      </AsksContext>
    ),
    notFoundComponent: NotHere,
    errorComponent: Failed,
  });
  const guarded = createRoute({
    getParentRoute: () => root,
    id: 'signed-in',
    beforeLoad: ({ location }) => enter(client, location.href),
    pendingComponent: () => <Loading minHeight={320} />,
  });
  const all = [...parts.flatMap((part) => part.routes), ...own];
  const route = (parent: AnyRoute) => (page: PortalRoute) =>
    createRoute({
      getParentRoute: () => parent,
      path: page.path,
      component: lazyRouteComponent(page.load),
      ...(page.anyone ? { beforeLoad: () => look(client) } : {}),
    });
  const home = createRoute({ getParentRoute: () => guarded, path: '/', component: Home });
  const tree = root.addChildren([
    ...all.filter((page) => page.anyone === true).map(route(root)),
    guarded.addChildren([home, ...all.filter((page) => page.anyone !== true).map(route(guarded))]),
  ]);
  return createRouter({
    routeTree: tree,
    basepath: '/portal',
    parseSearch: parseQuery,
    stringifySearch: writeQuery,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotHere,
    scrollRestoration: true,
  });
}

async function enter(client: QueryClient, href: string): Promise<void> {
  try {
    const me = await client.ensureQueryData(meQuery);
    if (isLanguage(me.person.language)) await setLanguage(me.person.language);
  } catch (error) {
    if (!isProblem(error, 401)) throw error;
    redirect({ to: places.signIn, search: href === '/' ? {} : { to: href }, throw: true });
  }
}

/** Who is there, if anybody is. */
const look = async (client: QueryClient) => {
  const me = await client.ensureQueryData(meQuery).catch(() => undefined);
  if (me && isLanguage(me.person.language)) await setLanguage(me.person.language);
};

function Failed({ error }: { error: unknown }) {
  return <ErrorState error={error} retry={() => location.reload()} />;
}
