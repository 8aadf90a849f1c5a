import actionEn from '../kernel/action/i18n/en.ts';
import actionZh from '../kernel/action/i18n/zh-CN.ts';
import approvalEn from '../kernel/approval/i18n/en.ts';
import approvalZh from '../kernel/approval/i18n/zh-CN.ts';
import chainEn from '../kernel/chain/i18n/en.ts';
import chainZh from '../kernel/chain/i18n/zh-CN.ts';
import deskEn from '../kernel/desk/i18n/en.ts';
import deskZh from '../kernel/desk/i18n/zh-CN.ts';
import rulesEn from '../kernel/event-rule/i18n/en.ts';
import rulesZh from '../kernel/event-rule/i18n/zh-CN.ts';
import kernelEn from '../kernel/i18n/en.ts';
import rolesEn from '../kernel/i18n/roles.en.ts';
import rolesZh from '../kernel/i18n/roles.zh-CN.ts';
import kernelZh from '../kernel/i18n/zh-CN.ts';
import importEn from '../kernel/import/i18n/en.ts';
import importZh from '../kernel/import/i18n/zh-CN.ts';
import noticesEn from '../kernel/notification/i18n/en.ts';
import noticesZh from '../kernel/notification/i18n/zh-CN.ts';
import proposalEn from '../kernel/proposal/i18n/en.ts';
import proposalZh from '../kernel/proposal/i18n/zh-CN.ts';
import trailEn from '../kernel/trail/i18n/en.ts';
import trailZh from '../kernel/trail/i18n/zh-CN.ts';
import pagesEn from '../kernel/web/i18n/en.ts';
import pagesZh from '../kernel/web/i18n/zh-CN.ts';
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
import incidentEn from '../practices/incident-management/i18n/en.ts';
import incidentDeskEn from '../practices/incident-management/i18n/desk.en.ts';
import incidentDeskZh from '../practices/incident-management/i18n/desk.zh-CN.ts';
import incidentNoticesEn from '../practices/incident-management/i18n/notices.en.ts';
import incidentNoticesZh from '../practices/incident-management/i18n/notices.zh-CN.ts';
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
import type { Params } from '../platform/http/problem.ts';
import cliEn from './cli/i18n/en.ts';
import cliZh from './cli/i18n/zh-CN.ts';
import { translator } from '../platform/i18n/translate.ts';
import { merge, type Language } from '../platform/i18n/words.ts';

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
    trailEn,
    chainEn,
    proposalEn,
    cliEn,
    knowledgeEn,
    catalogueEn,
    levelsEn,
    relationshipEn,
    configurationEn,
    reconciliationEn,
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
    trailZh,
    chainZh,
    proposalZh,
    cliZh,
    knowledgeZh,
    catalogueZh,
    levelsZh,
    relationshipZh,
    configurationZh,
    reconciliationZh,
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
    majorZh,
  ),
};

const translate = { en: translator('en', dictionaries), 'zh-CN': translator('zh-CN', dictionaries) };

export const words = (code: string, params: Params, language: Language): string =>
  translate[language](code, params);
