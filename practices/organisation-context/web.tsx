import { IconBuildingCommunity, IconCompass } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const organisationContextWeb: PracticeWeb = {
  name: 'organisation-context',
  menu: [
    {
      label: 'context_page.menu',
      icon: IconCompass,
      to: '/context',
      group: 'system',
      type: 'context-issue',
    },
    {
      label: 'kind_page.menu',
      icon: IconBuildingCommunity,
      to: '/organisation-kind',
      group: 'administration',
      administrator: true,
    },
  ],
  routes: [
    { path: 'organisation-kind', load: () => import('./web/KindPage.tsx') },
    { path: 'context', load: () => import('./web/ContextPage.tsx') },
    { path: 'context-issues', load: () => import('./web/IssueQueue.tsx') },
    { path: 'context-issues/new', load: () => import('./web/IssueForm.tsx') },
    { path: 'context-issues/$number', load: () => import('./web/IssuePage.tsx') },
    { path: 'interested-parties', load: () => import('./web/PartyQueue.tsx') },
    { path: 'interested-parties/new', load: () => import('./web/PartyForm.tsx') },
    { path: 'interested-parties/$number', load: () => import('./web/PartyPage.tsx') },
    { path: 'party-requirements/new', load: () => import('./web/RequirementForm.tsx') },
    { path: 'party-requirements/$number', load: () => import('./web/RequirementPage.tsx') },
    { path: 'scope-statements', load: () => import('./web/ScopeQueue.tsx') },
    { path: 'scope-statements/new', load: () => import('./web/ScopeForm.tsx') },
    { path: 'scope-statements/$number', load: () => import('./web/ScopePage.tsx') },
    { path: 'obligations', load: () => import('./web/ObligationQueue.tsx') },
    { path: 'obligations/new', load: () => import('./web/ObligationForm.tsx') },
    { path: 'obligations/$number', load: () => import('./web/ObligationPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
    { en: () => import('./i18n/kind.en.ts'), 'zh-CN': () => import('./i18n/kind.zh-CN.ts') },
  ],
};
