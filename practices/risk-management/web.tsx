import { IconScale } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const riskManagementWeb: PracticeWeb = {
  name: 'risk-management',
  menu: [
    {
      label: 'risk_page.menu',
      icon: IconScale,
      to: paths.queue('risks', { 'filter[open]': 'true' }),
      group: 'system',
      type: 'risk',
    },
  ],
  routes: [
    { path: 'risks', load: () => import('./web/RiskQueue.tsx') },
    { path: 'risks/new', load: () => import('./web/RiskForm.tsx') },
    { path: 'risks/heat-map', load: () => import('./web/HeatMapPage.tsx') },
    { path: 'risks/criteria', load: () => import('./web/CriteriaPage.tsx') },
    { path: 'risks/$number', load: () => import('./web/RiskPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
