import actionEn from '../kernel/action/i18n/en.ts';
import actionZh from '../kernel/action/i18n/zh-CN.ts';
import approvalEn from '../kernel/approval/i18n/en.ts';
import approvalZh from '../kernel/approval/i18n/zh-CN.ts';
import chainEn from '../kernel/chain/i18n/en.ts';
import chainZh from '../kernel/chain/i18n/zh-CN.ts';
import deskEn from '../kernel/desk/i18n/en.ts';
import deskZh from '../kernel/desk/i18n/zh-CN.ts';
import evidenceEn from '../kernel/evidence/i18n/en.ts';
import evidenceZh from '../kernel/evidence/i18n/zh-CN.ts';
import rulesEn from '../kernel/event-rule/i18n/en.ts';
import rulesZh from '../kernel/event-rule/i18n/zh-CN.ts';
import webhookEn from '../kernel/webhook/i18n/en.ts';
import webhookZh from '../kernel/webhook/i18n/zh-CN.ts';
import kernelEn from '../kernel/i18n/en.ts';
import rolesEn from '../kernel/i18n/roles.en.ts';
import rolesZh from '../kernel/i18n/roles.zh-CN.ts';
import kernelZh from '../kernel/i18n/zh-CN.ts';
import importEn from '../kernel/import/i18n/en.ts';
import importZh from '../kernel/import/i18n/zh-CN.ts';
import liveBlockEn from '../kernel/live-block/i18n/en.ts';
import liveBlockZh from '../kernel/live-block/i18n/zh-CN.ts';
import noticesEn from '../kernel/notification/i18n/en.ts';
import noticesZh from '../kernel/notification/i18n/zh-CN.ts';
import proposalEn from '../kernel/proposal/i18n/en.ts';
import proposalZh from '../kernel/proposal/i18n/zh-CN.ts';
import trailEn from '../kernel/trail/i18n/en.ts';
import trailZh from '../kernel/trail/i18n/zh-CN.ts';
import pagesEn from '../kernel/web/i18n/en.ts';
import pagesZh from '../kernel/web/i18n/zh-CN.ts';
import auditEn from '../practices/audit-workspace/i18n/en.ts';
import auditZh from '../practices/audit-workspace/i18n/zh-CN.ts';
import assetEn from '../practices/asset-management/i18n/en.ts';
import assetZh from '../practices/asset-management/i18n/zh-CN.ts';
import countingEn from '../practices/asset-management/i18n/counting.en.ts';
import countingZh from '../practices/asset-management/i18n/counting.zh-CN.ts';
import assetRefusalsEn from '../practices/asset-management/i18n/refusals.en.ts';
import assetRefusalsZh from '../practices/asset-management/i18n/refusals.zh-CN.ts';
import relationshipEn from '../practices/business-relationship-management/i18n/en.ts';
import relationshipZh from '../practices/business-relationship-management/i18n/zh-CN.ts';
import configurationEn from '../practices/configuration-management/i18n/en.ts';
import reconciliationEn from '../practices/configuration-management/i18n/reconciliation.en.ts';
import reconciliationZh from '../practices/configuration-management/i18n/reconciliation.zh-CN.ts';
import configurationZh from '../practices/configuration-management/i18n/zh-CN.ts';
import documentEn from '../practices/document-management/i18n/en.ts';
import documentNoticesEn from '../practices/document-management/i18n/notices.en.ts';
import documentNoticesZh from '../practices/document-management/i18n/notices.zh-CN.ts';
import documentPapersEn from '../practices/document-management/i18n/papers.en.ts';
import documentPapersZh from '../practices/document-management/i18n/papers.zh-CN.ts';
import documentRefusalsEn from '../practices/document-management/i18n/refusals.en.ts';
import documentRefusalsZh from '../practices/document-management/i18n/refusals.zh-CN.ts';
import documentZh from '../practices/document-management/i18n/zh-CN.ts';
import serviceReportingEn from '../practices/service-reporting/i18n/en.ts';
import serviceReportingPapersEn from '../practices/service-reporting/i18n/papers.en.ts';
import serviceReportingEvidenceEn from '../practices/service-reporting/i18n/evidence.en.ts';
import serviceReportingZh from '../practices/service-reporting/i18n/zh-CN.ts';
import serviceReportingPapersZh from '../practices/service-reporting/i18n/papers.zh-CN.ts';
import serviceReportingEvidenceZh from '../practices/service-reporting/i18n/evidence.zh-CN.ts';
import incidentEn from '../practices/incident-management/i18n/en.ts';
import incidentDeskEn from '../practices/incident-management/i18n/desk.en.ts';
import incidentDeskZh from '../practices/incident-management/i18n/desk.zh-CN.ts';
import incidentNoticesEn from '../practices/incident-management/i18n/notices.en.ts';
import incidentNoticesZh from '../practices/incident-management/i18n/notices.zh-CN.ts';
import serviceRequestManagementEvidenceEn from '../practices/service-request-management/i18n/evidence.en.ts';
import serviceRequestManagementEvidenceZh from '../practices/service-request-management/i18n/evidence.zh-CN.ts';
import problemManagementEvidenceEn from '../practices/problem-management/i18n/evidence.en.ts';
import problemManagementEvidenceZh from '../practices/problem-management/i18n/evidence.zh-CN.ts';
import knowledgeManagementEvidenceEn from '../practices/knowledge-management/i18n/evidence.en.ts';
import knowledgeManagementEvidenceZh from '../practices/knowledge-management/i18n/evidence.zh-CN.ts';
import serviceCatalogueEvidenceEn from '../practices/service-catalogue/i18n/evidence.en.ts';
import serviceCatalogueEvidenceZh from '../practices/service-catalogue/i18n/evidence.zh-CN.ts';
import configurationManagementEvidenceEn from '../practices/configuration-management/i18n/evidence.en.ts';
import configurationManagementEvidenceZh from '../practices/configuration-management/i18n/evidence.zh-CN.ts';
import assetManagementEvidenceEn from '../practices/asset-management/i18n/evidence.en.ts';
import assetManagementEvidenceZh from '../practices/asset-management/i18n/evidence.zh-CN.ts';
import changeManagementEvidenceEn from '../practices/change-management/i18n/evidence.en.ts';
import changeManagementEvidenceZh from '../practices/change-management/i18n/evidence.zh-CN.ts';
import releaseAndDeploymentManagementEvidenceEn from '../practices/release-and-deployment-management/i18n/evidence.en.ts';
import releaseAndDeploymentManagementEvidenceZh from '../practices/release-and-deployment-management/i18n/evidence.zh-CN.ts';
import serviceDesignAndTransitionEvidenceEn from '../practices/service-design-and-transition/i18n/evidence.en.ts';
import serviceDesignAndTransitionEvidenceZh from '../practices/service-design-and-transition/i18n/evidence.zh-CN.ts';
import serviceLevelManagementEvidenceEn from '../practices/service-level-management/i18n/evidence.en.ts';
import serviceLevelManagementEvidenceZh from '../practices/service-level-management/i18n/evidence.zh-CN.ts';
import businessRelationshipManagementEvidenceEn from '../practices/business-relationship-management/i18n/evidence.en.ts';
import businessRelationshipManagementEvidenceZh from '../practices/business-relationship-management/i18n/evidence.zh-CN.ts';
import documentManagementEvidenceEn from '../practices/document-management/i18n/evidence.en.ts';
import documentManagementEvidenceZh from '../practices/document-management/i18n/evidence.zh-CN.ts';
import nonconformityEn from '../practices/nonconformity/i18n/en.ts';
import nonconformityZh from '../practices/nonconformity/i18n/zh-CN.ts';
import nonconformityEvidenceEn from '../practices/nonconformity/i18n/evidence.en.ts';
import nonconformityEvidenceZh from '../practices/nonconformity/i18n/evidence.zh-CN.ts';
import continualImprovementEn from '../practices/continual-improvement/i18n/en.ts';
import continualImprovementZh from '../practices/continual-improvement/i18n/zh-CN.ts';
import continualImprovementEvidenceEn from '../practices/continual-improvement/i18n/evidence.en.ts';
import continualImprovementEvidenceZh from '../practices/continual-improvement/i18n/evidence.zh-CN.ts';
import internalAuditEn from '../practices/internal-audit/i18n/en.ts';
import internalAuditZh from '../practices/internal-audit/i18n/zh-CN.ts';
import internalAuditEvidenceEn from '../practices/internal-audit/i18n/evidence.en.ts';
import internalAuditEvidenceZh from '../practices/internal-audit/i18n/evidence.zh-CN.ts';
import managementReviewEn from '../practices/management-review/i18n/en.ts';
import managementReviewZh from '../practices/management-review/i18n/zh-CN.ts';
import managementReviewEvidenceEn from '../practices/management-review/i18n/evidence.en.ts';
import managementReviewEvidenceZh from '../practices/management-review/i18n/evidence.zh-CN.ts';
import managementSystemEn from '../practices/management-system/i18n/en.ts';
import firstPathEn from '../practices/readiness/i18n/first-path.en.ts';
import firstPathZh from '../practices/readiness/i18n/first-path.zh-CN.ts';
import certificationEn from '../practices/certification/i18n/en.ts';
import certificationPapersEn from '../practices/certification/i18n/papers.en.ts';
import certificationPapersZh from '../practices/certification/i18n/papers.zh-CN.ts';
import certificationZh from '../practices/certification/i18n/zh-CN.ts';
import renewalEn from '../practices/business-relationship-management/i18n/renewal.en.ts';
import renewalZh from '../practices/business-relationship-management/i18n/renewal.zh-CN.ts';
import managementSystemOutcomesEn from '../practices/management-system/i18n/outcomes.en.ts';
import managementSystemOutcomesZh from '../practices/management-system/i18n/outcomes.zh-CN.ts';
import siteGovernanceEn from '../practices/site-governance/i18n/en.ts';
import siteGovernancePagesEn from '../practices/site-governance/i18n/pages.en.ts';
import siteGovernancePagesZh from '../practices/site-governance/i18n/pages.zh-CN.ts';
import siteGovernanceZh from '../practices/site-governance/i18n/zh-CN.ts';
import managementSystemZh from '../practices/management-system/i18n/zh-CN.ts';
import controlWatchEn from '../practices/control-watch/i18n/en.ts';
import controlWatchZh from '../practices/control-watch/i18n/zh-CN.ts';
import incidentEvidenceEn from '../practices/incident-management/i18n/evidence.en.ts';
import incidentEvidenceZh from '../practices/incident-management/i18n/evidence.zh-CN.ts';
import majorEn from '../practices/incident-management/i18n/major.en.ts';
import majorZh from '../practices/incident-management/i18n/major.zh-CN.ts';
import incidentRefusalsEn from '../practices/incident-management/i18n/refusals.en.ts';
import incidentRefusalsZh from '../practices/incident-management/i18n/refusals.zh-CN.ts';
import incidentZh from '../practices/incident-management/i18n/zh-CN.ts';
import knowledgeEn from '../practices/knowledge-management/i18n/en.ts';
import knowledgeZh from '../practices/knowledge-management/i18n/zh-CN.ts';
import problemEn from '../practices/problem-management/i18n/en.ts';
import problemZh from '../practices/problem-management/i18n/zh-CN.ts';
import changeEn from '../practices/change-management/i18n/en.ts';
import changeRefusalsEn from '../practices/change-management/i18n/refusals.en.ts';
import changeRefusalsZh from '../practices/change-management/i18n/refusals.zh-CN.ts';
import changeScheduleEn from '../practices/change-management/i18n/schedule.en.ts';
import changeScheduleZh from '../practices/change-management/i18n/schedule.zh-CN.ts';
import changeZh from '../practices/change-management/i18n/zh-CN.ts';
import contextEn from '../practices/organisation-context/i18n/en.ts';
import contextZh from '../practices/organisation-context/i18n/zh-CN.ts';
import contextBlocksEn from '../practices/organisation-context/i18n/blocks.en.ts';
import contextBlocksZh from '../practices/organisation-context/i18n/blocks.zh-CN.ts';
import contextEvidenceEn from '../practices/organisation-context/i18n/evidence.en.ts';
import contextEvidenceZh from '../practices/organisation-context/i18n/evidence.zh-CN.ts';
import contextPagesEn from '../practices/organisation-context/i18n/pages.en.ts';
import contextPagesZh from '../practices/organisation-context/i18n/pages.zh-CN.ts';
import riskManagementEn from '../practices/risk-management/i18n/en.ts';
import riskManagementZh from '../practices/risk-management/i18n/zh-CN.ts';
import riskManagementBlocksEn from '../practices/risk-management/i18n/blocks.en.ts';
import riskManagementBlocksZh from '../practices/risk-management/i18n/blocks.zh-CN.ts';
import riskManagementEvidenceEn from '../practices/risk-management/i18n/evidence.en.ts';
import riskManagementEvidenceZh from '../practices/risk-management/i18n/evidence.zh-CN.ts';
import riskManagementPagesEn from '../practices/risk-management/i18n/pages.en.ts';
import riskManagementPagesZh from '../practices/risk-management/i18n/pages.zh-CN.ts';
import objectiveManagementEn from '../practices/objective-management/i18n/en.ts';
import objectiveManagementZh from '../practices/objective-management/i18n/zh-CN.ts';
import objectiveManagementBlocksEn from '../practices/objective-management/i18n/blocks.en.ts';
import objectiveManagementBlocksZh from '../practices/objective-management/i18n/blocks.zh-CN.ts';
import objectiveManagementEvidenceEn from '../practices/objective-management/i18n/evidence.en.ts';
import objectiveManagementEvidenceZh from '../practices/objective-management/i18n/evidence.zh-CN.ts';
import objectiveManagementPagesEn from '../practices/objective-management/i18n/pages.en.ts';
import objectiveManagementPagesZh from '../practices/objective-management/i18n/pages.zh-CN.ts';
import rolesAndAuthoritiesEn from '../practices/roles-and-authorities/i18n/en.ts';
import rolesAndAuthoritiesZh from '../practices/roles-and-authorities/i18n/zh-CN.ts';
import rolesAndAuthoritiesBlocksEn from '../practices/roles-and-authorities/i18n/blocks.en.ts';
import rolesAndAuthoritiesBlocksZh from '../practices/roles-and-authorities/i18n/blocks.zh-CN.ts';
import rolesAndAuthoritiesEvidenceEn from '../practices/roles-and-authorities/i18n/evidence.en.ts';
import rolesAndAuthoritiesEvidenceZh from '../practices/roles-and-authorities/i18n/evidence.zh-CN.ts';
import rolesAndAuthoritiesPagesEn from '../practices/roles-and-authorities/i18n/pages.en.ts';
import rolesAndAuthoritiesPagesZh from '../practices/roles-and-authorities/i18n/pages.zh-CN.ts';
import appointmentLetterEn from '../practices/roles-and-authorities/i18n/letter.en.ts';
import appointmentLetterZh from '../practices/roles-and-authorities/i18n/letter.zh-CN.ts';
import resourceManagementEn from '../practices/resource-management/i18n/en.ts';
import resourceManagementZh from '../practices/resource-management/i18n/zh-CN.ts';
import resourceManagementEvidenceEn from '../practices/resource-management/i18n/evidence.en.ts';
import resourceManagementEvidenceZh from '../practices/resource-management/i18n/evidence.zh-CN.ts';
import communicationEn from '../practices/communication/i18n/en.ts';
import communicationZh from '../practices/communication/i18n/zh-CN.ts';
import communicationEvidenceEn from '../practices/communication/i18n/evidence.en.ts';
import communicationEvidenceZh from '../practices/communication/i18n/evidence.zh-CN.ts';
import competenceManagementEn from '../practices/competence-management/i18n/en.ts';
import competenceManagementZh from '../practices/competence-management/i18n/zh-CN.ts';
import competenceManagementTrainingEn from '../practices/competence-management/i18n/training.en.ts';
import competenceManagementTrainingZh from '../practices/competence-management/i18n/training.zh-CN.ts';
import competenceManagementNoticesEn from '../practices/competence-management/i18n/notices.en.ts';
import competenceManagementNoticesZh from '../practices/competence-management/i18n/notices.zh-CN.ts';
import competenceManagementBlocksEn from '../practices/competence-management/i18n/blocks.en.ts';
import competenceManagementBlocksZh from '../practices/competence-management/i18n/blocks.zh-CN.ts';
import competenceManagementEvidenceEn from '../practices/competence-management/i18n/evidence.en.ts';
import competenceManagementEvidenceZh from '../practices/competence-management/i18n/evidence.zh-CN.ts';
import readinessEn from '../practices/readiness/i18n/en.ts';
import readinessZh from '../practices/readiness/i18n/zh-CN.ts';
import releaseEn from '../practices/release-and-deployment-management/i18n/en.ts';
import releaseRefusalsEn from '../practices/release-and-deployment-management/i18n/refusals.en.ts';
import releaseRefusalsZh from '../practices/release-and-deployment-management/i18n/refusals.zh-CN.ts';
import releaseZh from '../practices/release-and-deployment-management/i18n/zh-CN.ts';
import catalogueEn from '../practices/service-catalogue/i18n/en.ts';
import catalogueZh from '../practices/service-catalogue/i18n/zh-CN.ts';
import transitionEn from '../practices/service-design-and-transition/i18n/en.ts';
import transitionZh from '../practices/service-design-and-transition/i18n/zh-CN.ts';
import levelsEn from '../practices/service-level-management/i18n/en.ts';
import levelsZh from '../practices/service-level-management/i18n/zh-CN.ts';
import requestFormEn from '../practices/service-request-management/i18n/form.en.ts';
import requestFormZh from '../practices/service-request-management/i18n/form.zh-CN.ts';
import requestRefusalsEn from '../practices/service-request-management/i18n/refusals.en.ts';
import requestRefusalsZh from '../practices/service-request-management/i18n/refusals.zh-CN.ts';
import requestsEn from '../practices/service-request-management/i18n/en.ts';
import requestsZh from '../practices/service-request-management/i18n/zh-CN.ts';
import authEn from '../platform/auth/i18n/en.ts';
import authZh from '../platform/auth/i18n/zh-CN.ts';
import paperEn from '../platform/paper/i18n/en.ts';
import paperZh from '../platform/paper/i18n/zh-CN.ts';
import type { Params } from '../platform/http/problem.ts';
import cliEn from './cli/i18n/en.ts';
import cliZh from './cli/i18n/zh-CN.ts';
import { inUnits } from '../kernel/practice/internal-it.ts';
import { providerKind } from '../kernel/practice/kind.ts';
import type { House } from '../kernel/practice/house.ts';
import { translator } from '../platform/i18n/translate.ts';
import { merge, type Language, type Words } from '../platform/i18n/words.ts';

/** Everything the server may have to say, in both languages. */
export const dictionaries = {
  en: merge(
    authEn,
    pagesEn,
    kernelEn,
    actionEn,
    rolesEn,
    importEn,
    deskEn,
    approvalEn,
    noticesEn,
    rulesEn,
    webhookEn,
    trailEn,
    chainEn,
    evidenceEn,
    proposalEn,
    cliEn,
    liveBlockEn,
    documentEn,
    contextEn,
    contextBlocksEn,
    contextEvidenceEn,
    contextPagesEn,
    riskManagementEn,
    riskManagementBlocksEn,
    riskManagementEvidenceEn,
    riskManagementPagesEn,
    objectiveManagementEn,
    objectiveManagementBlocksEn,
    objectiveManagementEvidenceEn,
    objectiveManagementPagesEn,
    rolesAndAuthoritiesEn,
    rolesAndAuthoritiesBlocksEn,
    rolesAndAuthoritiesEvidenceEn,
    rolesAndAuthoritiesPagesEn,
    appointmentLetterEn,
    resourceManagementEn,
    resourceManagementEvidenceEn,
    communicationEn,
    communicationEvidenceEn,
    competenceManagementEn,
    competenceManagementTrainingEn,
    competenceManagementNoticesEn,
    competenceManagementBlocksEn,
    competenceManagementEvidenceEn,
    readinessEn,
    documentNoticesEn,
    documentPapersEn,
    paperEn,
    documentRefusalsEn,
    knowledgeEn,
    catalogueEn,
    levelsEn,
    relationshipEn,
    configurationEn,
    reconciliationEn,
    auditEn,
    assetEn,
    countingEn,
    assetRefusalsEn,
    incidentEn,
    incidentNoticesEn,
    incidentDeskEn,
    incidentRefusalsEn,
    problemEn,
    changeEn,
    changeRefusalsEn,
    releaseEn,
    releaseRefusalsEn,
    transitionEn,
    changeScheduleEn,
    requestsEn,
    requestRefusalsEn,
    requestFormEn,
    serviceRequestManagementEvidenceEn,
    problemManagementEvidenceEn,
    knowledgeManagementEvidenceEn,
    serviceCatalogueEvidenceEn,
    configurationManagementEvidenceEn,
    assetManagementEvidenceEn,
    changeManagementEvidenceEn,
    releaseAndDeploymentManagementEvidenceEn,
    serviceDesignAndTransitionEvidenceEn,
    serviceLevelManagementEvidenceEn,
    businessRelationshipManagementEvidenceEn,
    documentManagementEvidenceEn,
    nonconformityEn,
    nonconformityEvidenceEn,
    continualImprovementEn,
    continualImprovementEvidenceEn,
    internalAuditEn,
    internalAuditEvidenceEn,
    managementReviewEn,
    managementReviewEvidenceEn,
    serviceReportingEn,
    serviceReportingPapersEn,
    serviceReportingEvidenceEn,
    controlWatchEn,
    managementSystemEn,
    certificationEn,
    firstPathEn,
    certificationPapersEn,
    renewalEn,
    managementSystemOutcomesEn,
    siteGovernanceEn,
    siteGovernancePagesEn,
    incidentEvidenceEn,
    majorEn,
  ),
  'zh-CN': merge(
    authZh,
    pagesZh,
    kernelZh,
    actionZh,
    rolesZh,
    importZh,
    deskZh,
    approvalZh,
    noticesZh,
    rulesZh,
    webhookZh,
    trailZh,
    chainZh,
    evidenceZh,
    proposalZh,
    cliZh,
    liveBlockZh,
    documentZh,
    contextZh,
    contextBlocksZh,
    contextEvidenceZh,
    contextPagesZh,
    riskManagementZh,
    riskManagementBlocksZh,
    riskManagementEvidenceZh,
    riskManagementPagesZh,
    objectiveManagementZh,
    objectiveManagementBlocksZh,
    objectiveManagementEvidenceZh,
    objectiveManagementPagesZh,
    rolesAndAuthoritiesZh,
    rolesAndAuthoritiesBlocksZh,
    rolesAndAuthoritiesEvidenceZh,
    rolesAndAuthoritiesPagesZh,
    appointmentLetterZh,
    resourceManagementZh,
    resourceManagementEvidenceZh,
    communicationZh,
    communicationEvidenceZh,
    competenceManagementZh,
    competenceManagementTrainingZh,
    competenceManagementNoticesZh,
    competenceManagementBlocksZh,
    competenceManagementEvidenceZh,
    readinessZh,
    documentNoticesZh,
    documentPapersZh,
    paperZh,
    documentRefusalsZh,
    knowledgeZh,
    catalogueZh,
    levelsZh,
    relationshipZh,
    configurationZh,
    reconciliationZh,
    auditZh,
    assetZh,
    countingZh,
    assetRefusalsZh,
    incidentZh,
    incidentNoticesZh,
    incidentDeskZh,
    incidentRefusalsZh,
    problemZh,
    changeZh,
    changeRefusalsZh,
    releaseZh,
    releaseRefusalsZh,
    transitionZh,
    changeScheduleZh,
    requestsZh,
    requestRefusalsZh,
    requestFormZh,
    serviceRequestManagementEvidenceZh,
    problemManagementEvidenceZh,
    knowledgeManagementEvidenceZh,
    serviceCatalogueEvidenceZh,
    configurationManagementEvidenceZh,
    assetManagementEvidenceZh,
    changeManagementEvidenceZh,
    releaseAndDeploymentManagementEvidenceZh,
    serviceDesignAndTransitionEvidenceZh,
    serviceLevelManagementEvidenceZh,
    businessRelationshipManagementEvidenceZh,
    documentManagementEvidenceZh,
    nonconformityZh,
    nonconformityEvidenceZh,
    continualImprovementZh,
    continualImprovementEvidenceZh,
    internalAuditZh,
    internalAuditEvidenceZh,
    managementReviewZh,
    managementReviewEvidenceZh,
    serviceReportingZh,
    serviceReportingPapersZh,
    serviceReportingEvidenceZh,
    controlWatchZh,
    managementSystemZh,
    certificationZh,
    firstPathZh,
    certificationPapersZh,
    renewalZh,
    managementSystemOutcomesZh,
    siteGovernanceZh,
    siteGovernancePagesZh,
    incidentEvidenceZh,
    majorZh,
  ),
};

const translate = { en: translator('en', dictionaries), 'zh-CN': translator('zh-CN', dictionaries) };

export const words = (code: string, params: Params, language: Language): string =>
  translate[language](code, params);

/** As an organisation's own IT speaks: made when the first one does. */
let units: typeof translate | undefined;
function ofUnits(): typeof translate {
  const said = { en: reworded(dictionaries.en, 'en'), 'zh-CN': reworded(dictionaries['zh-CN'], 'zh-CN') };
  return (units ??= { en: translator('en', said), 'zh-CN': translator('zh-CN', said) });
}

const reworded = (part: Words, language: Language): Words =>
  Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      typeof value === 'string' ? inUnits(value, language) : reworded(value, language),
    ]),
  );

/** The same words as the pages of this house have: in its mails, its files and its refusals, too. */
export const wordsOf =
  ({ reference }: Pick<House, 'reference'>): typeof words =>
  (code, params, language) =>
    (reference.settings.get(providerKind).value === 'internal_it' ? (units ?? ofUnits()) : translate)[
      language
    ](code, params);
