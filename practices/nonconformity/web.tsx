import { IconAlertSquareRounded } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const nonconformityWeb: PracticeWeb = {
  name: 'nonconformity',
  menu: [
    {
      label: 'nonconformity_page.menu',
      icon: IconAlertSquareRounded,
      to: paths.queue('nonconformities', { 'filter[open]': 'true', sort: '-updatedAt' }),
      group: 'system',
      type: 'nonconformity',
    },
  ],
  routes: [
    { path: 'nonconformities', load: () => import('./web/NonconformityQueue.tsx') },
    { path: 'nonconformities/new', load: () => import('./web/NonconformityForm.tsx') },
    { path: 'nonconformities/$number', load: () => import('./web/NonconformityPage.tsx') },
  ],
  beside: { '*': () => import('./web/FromRecord.tsx') },
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
