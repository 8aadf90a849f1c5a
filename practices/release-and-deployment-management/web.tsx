import { IconPackageExport } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const releaseAndDeploymentManagementWeb: PracticeWeb = {
  name: 'release-and-deployment-management',
  menu: [
    {
      label: 'release_page.menu',
      icon: IconPackageExport,
      to: paths.queue('releases', { 'filter[open]': 'true' }),
      group: 'change',
      type: 'release',
    },
  ],
  routes: [
    { path: 'releases', load: () => import('./web/ReleaseQueue.tsx') },
    { path: 'releases/new', load: () => import('./web/ReleaseForm.tsx') },
    { path: 'releases/policy', load: () => import('./web/PolicyPage.tsx') },
    { path: 'releases/$number', load: () => import('./web/ReleasePage.tsx') },
  ],
  beside: { change: () => import('./web/ChangeReleases.tsx') },
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/refusals.en.ts'), 'zh-CN': () => import('./i18n/refusals.zh-CN.ts') },
    { en: () => import('./web/words.en.ts'), 'zh-CN': () => import('./web/words.zh-CN.ts') },
  ],
};
