import { IconTrendingUp } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const continualImprovementWeb: PracticeWeb = {
  name: 'continual-improvement',
  menu: [
    {
      label: 'improvement_page.menu',
      icon: IconTrendingUp,
      to: paths.queue('improvements', { 'filter[open]': 'true', sort: '-updatedAt' }),
      group: 'system',
      type: 'improvement',
    },
  ],
  routes: [
    { path: 'improvements', load: () => import('./web/ImprovementQueue.tsx') },
    { path: 'improvements/new', load: () => import('./web/ImprovementForm.tsx') },
    { path: 'improvements/$number', load: () => import('./web/ImprovementPage.tsx') },
    { path: 'improvement-criteria', load: () => import('./web/CriteriaPage.tsx') },
    { path: 'improvement-outcomes', load: () => import('./web/OutcomesPage.tsx') },
  ],
  beside: { '*': () => import('./web/FromRecord.tsx') },
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
