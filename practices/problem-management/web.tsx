import { IconBulb, IconChartDots3, IconPuzzle } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const problemManagementWeb: PracticeWeb = {
  name: 'problem-management',
  menu: [
    {
      label: 'pm.menu',
      icon: IconPuzzle,
      to: paths.queue('problems', { 'filter[open]': 'true', sort: '-updatedAt' }),
      group: 'operate',
      type: 'problem',
    },
    { label: 'pm.menu_known', icon: IconBulb, to: '/known-errors', group: 'operate', type: 'problem' },
    {
      label: 'pm.menu_trends',
      icon: IconChartDots3,
      to: paths.queue('trend-analyses', { sort: '-createdAt' }),
      group: 'operate',
      type: 'trend-analysis',
    },
  ],
  routes: [
    { path: 'problems', load: () => import('./web/ProblemQueue.tsx') },
    { path: 'problems/new', load: () => import('./web/ProblemForm.tsx') },
    { path: 'problems/$number', load: () => import('./web/ProblemPage.tsx') },
    { path: 'known-errors', load: () => import('./web/KnownErrorsPage.tsx') },
    { path: 'trend-analyses/$number', load: () => import('./web/TrendPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
