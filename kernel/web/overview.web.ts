import { IconChartBar, IconFileImport } from '@tabler/icons-react';
import { paths } from './paths.ts';
import type { PracticeWeb } from './practice-web.ts';

/** The kernel's own pages: figures and imports. */
export const overviewWeb: PracticeWeb = {
  name: 'overview',
  menu: [
    { label: 'menu.dashboard', icon: IconChartBar, to: paths.dashboard, group: 'overview', key: 'd' },
    { label: 'menu.imports', icon: IconFileImport, to: paths.imports, group: 'administration' },
  ],
  routes: [
    { path: 'dashboard', load: () => import('./dashboard/Dashboard.tsx') },
    { path: 'imports', load: () => import('./import/Imports.tsx') },
    { path: 'imports/$id', load: () => import('./import/ImportPage.tsx') },
  ],
  words: [],
};
