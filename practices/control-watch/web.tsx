import { IconRadar2 } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const controlWatchWeb: PracticeWeb = {
  name: 'control-watch',
  menu: [{ label: 'control_watch.menu', icon: IconRadar2, to: '/control-watch', group: 'standard', type: 'lapse' }],
  routes: [
    { path: 'control-watch', load: () => import('./web/WatchPage.tsx') },
    { path: 'lapses', load: () => import('./web/LapseQueue.tsx') },
    { path: 'lapses/$number', load: () => import('./web/LapsePage.tsx') },
  ],
  words: [{ en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') }],
}; // prettier-ignore
