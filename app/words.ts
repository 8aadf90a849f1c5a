import kernelEn from '../kernel/i18n/en.ts';
import rolesEn from '../kernel/i18n/roles.en.ts';
import rolesZh from '../kernel/i18n/roles.zh-CN.ts';
import kernelZh from '../kernel/i18n/zh-CN.ts';
import importEn from '../kernel/import/i18n/en.ts';
import importZh from '../kernel/import/i18n/zh-CN.ts';
import trailEn from '../kernel/trail/i18n/en.ts';
import trailZh from '../kernel/trail/i18n/zh-CN.ts';
import pagesEn from '../kernel/web/i18n/en.ts';
import pagesZh from '../kernel/web/i18n/zh-CN.ts';
import incidentEn from '../practices/incident-management/i18n/en.ts';
import incidentRefusalsEn from '../practices/incident-management/i18n/refusals.en.ts';
import incidentRefusalsZh from '../practices/incident-management/i18n/refusals.zh-CN.ts';
import incidentZh from '../practices/incident-management/i18n/zh-CN.ts';
import catalogueEn from '../practices/service-catalogue/i18n/en.ts';
import catalogueZh from '../practices/service-catalogue/i18n/zh-CN.ts';
import levelsEn from '../practices/service-level-management/i18n/en.ts';
import levelsZh from '../practices/service-level-management/i18n/zh-CN.ts';
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
    rolesEn,
    importEn,
    trailEn,
    cliEn,
    catalogueEn,
    levelsEn,
    incidentEn,
    incidentRefusalsEn,
  ),
  'zh-CN': merge(
    authZh,
    pagesZh,
    kernelZh,
    rolesZh,
    importZh,
    trailZh,
    cliZh,
    catalogueZh,
    levelsZh,
    incidentZh,
    incidentRefusalsZh,
  ),
};

const translate = { en: translator('en', dictionaries), 'zh-CN': translator('zh-CN', dictionaries) };

export const words = (code: string, params: Params, language: Language): string =>
  translate[language](code, params);
