import { IconTarget } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const objectiveManagementWeb: PracticeWeb = {
  name: 'objective-management',
  menu: [
    {
      label: 'objective_page.menu',
      icon: IconTarget,
      to: '/objectives/trace',
      group: 'system',
      type: 'objective',
    },
  ],
  routes: [
    { path: 'objectives', load: () => import('./web/ObjectiveQueue.tsx') },
    { path: 'objectives/trace', load: () => import('./web/TracePage.tsx') },
    { path: 'objectives/new', load: () => import('./web/ObjectiveForm.tsx') },
    { path: 'objectives/$number', load: () => import('./web/ObjectivePage.tsx') },
    { path: 'service-management-plans/new', load: () => import('./web/PlanForm.tsx') },
    { path: 'service-management-plans/$number', load: () => import('./web/PlanPage.tsx') },
    { path: 'system-changes', load: () => import('./web/SystemChangeQueue.tsx') },
    { path: 'system-changes/new', load: () => import('./web/SystemChangeForm.tsx') },
    { path: 'system-changes/$number', load: () => import('./web/SystemChangePage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
