import { IconPresentationAnalytics } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const managementReviewWeb: PracticeWeb = {
  name: 'management-review',
  menu: [
    {
      label: 'review_page.menu',
      icon: IconPresentationAnalytics,
      to: paths.queue('management-reviews', { sort: '-createdAt' }),
      group: 'system',
      type: 'management-review',
    },
  ],
  routes: [
    { path: 'management-reviews', load: () => import('./web/ReviewQueue.tsx') },
    { path: 'management-reviews/new', load: () => import('./web/ReviewForm.tsx') },
    { path: 'management-reviews/$number', load: () => import('./web/ReviewPage.tsx') },
    { path: 'spot-checks/new', load: () => import('./web/SpotCheckForm.tsx') },
    { path: 'spot-checks/$number', load: () => import('./web/SpotCheckPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
