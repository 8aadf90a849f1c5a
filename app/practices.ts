import { actionsServer } from '../kernel/action/server.ts';
import { directoryServer } from '../kernel/directory/server.ts';
import { deskServer } from '../kernel/desk/server.ts';
import type { PracticeServer } from '../kernel/practice/practice-server.ts';
import { auditWorkspaceServer } from '../practices/audit-workspace/server.ts';
import { assetManagementServer } from '../practices/asset-management/server.ts';
import { businessRelationshipManagementServer } from '../practices/business-relationship-management/server.ts';
import { changeManagementServer } from '../practices/change-management/server.ts';
import { configurationManagementServer } from '../practices/configuration-management/server.ts';
import { controlWatchServer } from '../practices/control-watch/server.ts';
import { managementSystemServer } from '../practices/management-system/server.ts';
import { certificationServer } from '../practices/certification/server.ts';
import { leadershipAndSupportServer } from '../practices/leadership-and-support/server.ts';
import { siteGovernanceServer } from '../practices/site-governance/server.ts';
import { documentManagementServer } from '../practices/document-management/server.ts';
import { nonconformityServer } from '../practices/nonconformity/server.ts';
import { continualImprovementServer } from '../practices/continual-improvement/server.ts';
import { internalAuditServer } from '../practices/internal-audit/server.ts';
import { managementReviewServer } from '../practices/management-review/server.ts';
import { serviceReportingServer } from '../practices/service-reporting/server.ts';
import { incidentManagementServer } from '../practices/incident-management/server.ts';
import { knowledgeManagementServer } from '../practices/knowledge-management/server.ts';
import { organisationContextServer } from '../practices/organisation-context/server.ts';
import { riskManagementServer } from '../practices/risk-management/server.ts';
import { objectiveManagementServer } from '../practices/objective-management/server.ts';
import { resourceManagementServer } from '../practices/resource-management/server.ts';
import { communicationServer } from '../practices/communication/server.ts';
import { competenceManagementServer } from '../practices/competence-management/server.ts';
import { rolesAndAuthoritiesServer } from '../practices/roles-and-authorities/server.ts';
import { problemManagementServer } from '../practices/problem-management/server.ts';
import { readinessServer } from '../practices/readiness/server.ts';
import { releaseAndDeploymentManagementServer } from '../practices/release-and-deployment-management/server.ts';
import { serviceCatalogueServer } from '../practices/service-catalogue/server.ts';
import { serviceDesignAndTransitionServer } from '../practices/service-design-and-transition/server.ts';
import { serviceLevelManagementServer } from '../practices/service-level-management/server.ts';
import { serviceRequestManagementServer } from '../practices/service-request-management/server.ts';

/** Every practice there is, in the order of the standard. */
export const servers: readonly PracticeServer[] = [
  directoryServer,
  actionsServer,
  deskServer,
  organisationContextServer,
  riskManagementServer,
  objectiveManagementServer,
  rolesAndAuthoritiesServer,
  resourceManagementServer,
  competenceManagementServer,
  communicationServer,
  documentManagementServer,
  readinessServer,
  knowledgeManagementServer,
  serviceCatalogueServer,
  configurationManagementServer,
  assetManagementServer,
  serviceLevelManagementServer,
  businessRelationshipManagementServer,
  incidentManagementServer,
  serviceRequestManagementServer,
  problemManagementServer,
  changeManagementServer,
  releaseAndDeploymentManagementServer,
  serviceDesignAndTransitionServer,
  nonconformityServer,
  continualImprovementServer,
  internalAuditServer,
  managementReviewServer,
  serviceReportingServer,
  certificationServer,
  leadershipAndSupportServer,
  auditWorkspaceServer,
  controlWatchServer,
  siteGovernanceServer,
  managementSystemServer,
];
