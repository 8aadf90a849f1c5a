import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { deskWeb } from '../kernel/web/desk.web.ts';
import { directoryWeb } from '../kernel/web/directory.web.ts';
import { overviewWeb } from '../kernel/web/overview.web.ts';
import { paths } from '../kernel/web/paths.ts';
import { meQuery } from '../kernel/web/queries.ts';
import { makeRouter } from '../kernel/web/router.tsx';
import { Providers } from '../platform/ui/Providers.tsx';
import type { PracticeWeb } from '../kernel/web/practice-web.ts';
import { makeQueryClient } from '../platform/ui/query.ts';
import { startWords, type WordLoader } from '../platform/ui/words.ts';
import { assetManagementWeb } from '../practices/asset-management/web.tsx';
import { auditWorkspaceWeb } from '../practices/audit-workspace/web.tsx';
import { businessRelationshipManagementWeb } from '../practices/business-relationship-management/web.tsx';
import { changeManagementWeb } from '../practices/change-management/web.tsx';
import { configurationManagementWeb } from '../practices/configuration-management/web.tsx';
import { controlWatchWeb } from '../practices/control-watch/web.tsx';
import { managementSystemWeb } from '../practices/management-system/web.tsx';
import { certificationWeb } from '../practices/certification/web.tsx';
import { leadershipAndSupportWeb } from '../practices/leadership-and-support/web.tsx';
import { siteGovernanceWeb } from '../practices/site-governance/web.tsx';
import { documentManagementWeb } from '../practices/document-management/web.tsx';
import { nonconformityWeb } from '../practices/nonconformity/web.tsx';
import { continualImprovementWeb } from '../practices/continual-improvement/web.tsx';
import { internalAuditWeb } from '../practices/internal-audit/web.tsx';
import { managementReviewWeb } from '../practices/management-review/web.tsx';
import { serviceReportingWeb } from '../practices/service-reporting/web.tsx';
import { incidentManagementWeb } from '../practices/incident-management/web.tsx';
import { knowledgeManagementWeb } from '../practices/knowledge-management/web.tsx';
import { organisationContextWeb } from '../practices/organisation-context/web.tsx';
import { riskManagementWeb } from '../practices/risk-management/web.tsx';
import { objectiveManagementWeb } from '../practices/objective-management/web.tsx';
import { resourceManagementWeb } from '../practices/resource-management/web.tsx';
import { communicationWeb } from '../practices/communication/web.tsx';
import { competenceManagementWeb } from '../practices/competence-management/web.tsx';
import { rolesAndAuthoritiesWeb } from '../practices/roles-and-authorities/web.tsx';
import { problemManagementWeb } from '../practices/problem-management/web.tsx';
import { readinessWeb } from '../practices/readiness/web.tsx';
import { releaseAndDeploymentManagementWeb } from '../practices/release-and-deployment-management/web.tsx';
import { serviceCatalogueWeb } from '../practices/service-catalogue/web.tsx';
import { serviceDesignAndTransitionWeb } from '../practices/service-design-and-transition/web.tsx';
import { serviceLevelManagementWeb } from '../practices/service-level-management/web.tsx';
import { serviceRequestManagementWeb } from '../practices/service-request-management/web.tsx';

/** The workspace: every practice by its third door. */
const practices: readonly PracticeWeb[] = [
  overviewWeb,
  incidentManagementWeb,
  problemManagementWeb,
  serviceRequestManagementWeb,
  changeManagementWeb,
  releaseAndDeploymentManagementWeb,
  serviceDesignAndTransitionWeb,
  knowledgeManagementWeb,
  managementSystemWeb,
  leadershipAndSupportWeb,
  siteGovernanceWeb,
  organisationContextWeb,
  riskManagementWeb,
  objectiveManagementWeb,
  rolesAndAuthoritiesWeb,
  resourceManagementWeb,
  competenceManagementWeb,
  communicationWeb,
  readinessWeb,
  certificationWeb,
  documentManagementWeb,
  serviceCatalogueWeb,
  configurationManagementWeb,
  serviceLevelManagementWeb,
  businessRelationshipManagementWeb,
  assetManagementWeb,
  controlWatchWeb,
  serviceReportingWeb,
  internalAuditWeb,
  managementReviewWeb,
  continualImprovementWeb,
  nonconformityWeb,
  auditWorkspaceWeb,
  directoryWeb,
  deskWeb,
];

const platformWords: WordLoader = {
  en: () => import('../platform/ui/i18n/en.ts'),
  'zh-CN': () => import('../platform/ui/i18n/zh-CN.ts'),
};

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

// The page's own code comes while its words do.
const begun = location.pathname.split('/').filter((part) => part !== '');
const fits = (path: string) => {
  const parts = path.split('/');
  return parts.length === begun.length && parts.every((part, i) => part.startsWith('$') || part === begun[i]);
};
const routes = practices.flatMap((practice) => practice.routes);
const early = routes.find(({ path }) => path === begun.join('/')) ?? routes.find(({ path }) => fits(path));
void early?.load().catch(() => undefined);
await startWords([platformWords, ...practices.flatMap((practice) => practice.words)]);
const client = makeQueryClient(signedOut);
const router = makeRouter(client, practices, incidentManagementWeb.menu[0]?.to ?? paths.today);

/** A session that ended while pages are open: to the sign-in page, and back here afterwards. */
function signedOut(): void {
  const { pathname, href } = router.state.location;
  if (client.getQueryData(meQuery.queryKey) === undefined || pathname === paths.signIn) return;
  void router.navigate({ to: paths.signIn, search: { to: href } }).then(() => client.clear());
}

// A new release has other file names: a page that was open asks for one that is gone. Once, so that a fault does not loop.
window.addEventListener('vite:preloadError', (event) => {
  const key = 'servanda.reloaded';
  const last = Number(sessionStorage.getItem(key) ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem(key, String(Date.now()));
  event.preventDefault();
  location.reload();
});

createRoot(place).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
