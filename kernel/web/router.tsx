import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router';
import { api, isProblem } from '../../platform/ui/api.ts';
import { isLanguage } from '../../platform/i18n/words.ts';
import { parseQuery, writeQuery } from '../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../platform/ui/States.tsx';
import { setLanguage } from '../../platform/ui/words.ts';
import { lookers, staff } from '../access/roles.ts';
import type { Me } from './contract.ts';
import { NotFound } from './pages/NotFound.tsx';
import { paths } from './paths.ts';
import type { MenuEntry, PageRoute, PracticeWeb } from './practice-web.ts';
import { speakOfUnits } from './internal-it.ts';
import { meQuery, metaQuery } from './queries.ts';
import { BesideContext, besideOf } from './record/Beside.tsx';
import { Shell } from './Shell.tsx';

const newForm = () => import('./pages/GenericForm.tsx');
/** Pages of the kernel; a practice's longer paths win over `$plural`. */
const generic: readonly PageRoute[] = [
  { path: 'account', load: () => import('./auth/Account.tsx') },
  { path: '$plural', load: () => import('./pages/GenericQueue.tsx') },
  { path: '$plural/new', load: newForm },
  { path: '$plural/$number', load: () => import('./pages/GenericRecord.tsx') },
];

/** The workspace's routes: sign-in and setup outside the frame, everything else inside and signed in. */
export function makeRouter(client: QueryClient, practices: readonly PracticeWeb[], home: string) {
  const menu: readonly MenuEntry[] = practices.flatMap((practice) => practice.menu);
  const beside = besideOf(practices);
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Failed });
  const shell = createRoute({
    getParentRoute: () => root,
    id: 'workspace',
    component: () => (
      <BesideContext value={beside}>
        <Shell menu={menu} />
      </BesideContext>
    ),
    pendingComponent: () => <Loading minHeight={480} />,
    beforeLoad: ({ location }) => enter(client, location.href),
  });
  const own = practices.flatMap((practice) => practice.routes);
  const inside = [...own, ...formsOf(own), ...generic].map((page) => route(shell, page));
  const first = createRoute({
    getParentRoute: () => shell,
    path: '/',
    // A small organisation works from one queue; in a larger one the day is spread over several.
    beforeLoad: async () => {
      const { profile } = await client.ensureQueryData(meQuery);
      redirect({ href: profile === 'S' ? home : paths.today, throw: true });
    },
  });
  const tree = root.addChildren([
    route(root, { path: 'sign-in', load: () => import('./auth/SignIn.tsx') }),
    route(root, { path: 'setup', load: () => import('./auth/Setup.tsx') }),
    route(root, { path: 'approvals/$token', load: () => import('./approval/ByLink.tsx') }),
    shell.addChildren([first, ...inside]),
  ]);
  return createRouter({
    routeTree: tree,
    parseSearch: parseQuery,
    stringifySearch: writeQuery,
    defaultPreload: 'intent',
    // Data has its own cache; preloading only fetches code.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

/** A page `people/$number` would take `people/new` for a number: what has no form of its own has the generic one there. */
function formsOf(own: readonly PageRoute[]): readonly PageRoute[] {
  const paths = new Set(own.map(({ path }) => path));
  return own.flatMap(({ path }) => {
    const [plural = '', part, ...more] = path.split('/');
    return part === '$number' && more.length === 0 && !paths.has(`${plural}/new`) ? [{ path: `${plural}/new`, load: newForm }] : [];
  });
} // prettier-ignore

const route = (parent: AnyRoute, page: PageRoute): AnyRoute =>
  createRoute({
    getParentRoute: () => parent,
    path: page.path,
    component: lazyRouteComponent(page.load),
  });

/** Who is there, and what there is: both are known before any page shows. */
async function enter(client: QueryClient, href: string): Promise<void> {
  try {
    const [me] = await Promise.all([client.ensureQueryData(meQuery), client.ensureQueryData(metaQuery)]);
    if (isLanguage(me.person.language)) await setLanguage(me.person.language);
    if (me.providerKind === 'internal_it') speakOfUnits();
    const instead = inPortal(me, href);
    if (instead !== undefined) return await leave(instead);
  } catch (error) {
    if (!isProblem(error, 401)) throw error;
    const { needed } = await api.get<{ needed: boolean }>('/setup');
    if (needed) redirect({ to: paths.setup, throw: true });
    redirect({ to: paths.signIn, search: href === '/' ? {} : { to: href }, throw: true });
  }
}

/** Where whoever only reports and asks finds the same: their first page is the portal's. */
function inPortal({ roles, teams }: Me, href: string): string | undefined {
  if (roles.some(({ role }) => [...staff, ...lookers].some((one) => one === role))) return undefined;
  if (href === '/') return paths.portal;
  // A team of the administration or of sales may have tasks of requests to do, which are in the workspace.
  if (teams.length > 0) return undefined;
  const number = /^\/[a-z-]+\/([A-Z]+-\d+)$/.exec(href)?.[1];
  return number === undefined ? undefined : `${paths.portal}/records/${number}`;
}

/** To another application: what is here must not show itself meanwhile. */
function leave(to: string): Promise<never> {
  location.replace(to);
  return new Promise<never>(() => undefined);
}

function Failed({ error }: { error: unknown }) {
  return <ErrorState error={error} retry={() => location.reload()} />;
}
