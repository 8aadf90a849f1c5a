import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isLarge, setLarge } from '../kernel/portal/large-type.ts';
import { places } from '../kernel/portal/places.ts';
import { PortalProviders } from '../kernel/portal/Providers.tsx';
import { meQuery } from '../kernel/portal/queries.ts';
import { makePortal } from '../kernel/portal/router.tsx';
import { makeQueryClient } from '../platform/ui/query.ts';
import { startWords, type WordLoader } from '../platform/ui/words.ts';
import { certificationPortal } from '../practices/certification/portal.tsx';
import { relationshipPortal } from '../practices/business-relationship-management/portal.tsx';
import { readingPortal } from '../practices/document-management/portal.tsx';
import { incidentPortal } from '../practices/incident-management/portal.tsx';
import { knowledgePortal } from '../practices/knowledge-management/portal.tsx';
import { cataloguePortal } from '../practices/service-catalogue/portal.tsx';
import { reportingPortal } from '../practices/service-reporting/portal.tsx';
import { requestPortal } from '../practices/service-request-management/portal.tsx';

/** The portal: every practice by its fourth door. Loaded in one go by a phone that comes once a month. */
const parts = [
  knowledgePortal,
  incidentPortal,
  requestPortal,
  relationshipPortal,
  cataloguePortal,
  readingPortal,
  reportingPortal,
  certificationPortal,
];

const words: readonly WordLoader[] = [
  { en: () => import('../platform/ui/i18n/en.ts'), 'zh-CN': () => import('../platform/ui/i18n/zh-CN.ts') },
  {
    en: () => import('../kernel/portal/i18n/en.ts'),
    'zh-CN': () => import('../kernel/portal/i18n/zh-CN.ts'),
  },
  {
    en: () => import('../kernel/web/i18n/sign-in.en.ts'),
    'zh-CN': () => import('../kernel/web/i18n/sign-in.zh-CN.ts'),
  },
  {
    en: () => import('../kernel/web/i18n/notices.en.ts'),
    'zh-CN': () => import('../kernel/web/i18n/notices.zh-CN.ts'),
  },
  {
    en: () => import('../kernel/web/i18n/delegations.en.ts'),
    'zh-CN': () => import('../kernel/web/i18n/delegations.zh-CN.ts'),
  },
];

const place = document.getElementById('root');
if (!place) throw new Error('portal.html has no #root');

setLarge(isLarge());
await startWords([...words, ...parts.flatMap((part) => part.words)]);
const client = makeQueryClient(signedOut);
const router = makePortal(client, parts);

/** A session that ended while a page is open: to the sign-in page, and back here afterwards. */
function signedOut(): void {
  const { pathname, href } = router.state.location;
  if (client.getQueryData(meQuery.queryKey) === undefined || pathname === places.signIn) return;
  void router.navigate({ to: places.signIn, search: { to: href } }).then(() => client.clear());
}

createRoot(place).render(
  <StrictMode>
    <PortalProviders client={client}>
      <RouterProvider router={router} />
    </PortalProviders>
  </StrictMode>,
);
