import { IconBuildingCommunity } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const siteGovernanceWeb: PracticeWeb = {
  name: 'site-governance',
  menu: [
    {
      label: 'site_page.menu',
      icon: IconBuildingCommunity,
      to: '/site-governance',
      group: 'system',
      type: 'rule-adoption',
    },
  ],
  routes: [
    { path: 'site-governance', load: () => import('./web/DriftPage.tsx') },
    { path: 'site-governance/sites/$id', load: () => import('./web/SitePage.tsx') },
    { path: 'group-rules', load: () => import('./web/RuleQueue.tsx') },
    { path: 'group-rules/new', load: () => import('./web/RuleForm.tsx') },
    { path: 'group-rules/$number', load: () => import('./web/RulePage.tsx') },
    { path: 'rule-adoptions', load: () => import('./web/AdoptionQueue.tsx') },
    { path: 'rule-adoptions/$number', load: () => import('./web/AdoptionPage.tsx') },
  ],
  beside: { organisation: () => import('./web/FromSite.tsx') },
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
