import { IconRocket } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const serviceDesignAndTransitionWeb: PracticeWeb = {
  name: 'service-design-and-transition',
  menu: [
    {
      label: 'transition_page.menu',
      icon: IconRocket,
      to: paths.queue('transitions', { 'filter[open]': 'true' }),
      group: 'change',
      type: 'transition',
    },
  ],
  routes: [
    { path: 'transitions', load: () => import('./web/TransitionQueue.tsx') },
    { path: 'transitions/new', load: () => import('./web/TransitionForm.tsx') },
    { path: 'transitions/$number', load: () => import('./web/TransitionPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./web/words.en.ts'), 'zh-CN': () => import('./web/words.zh-CN.ts') },
  ],
};
