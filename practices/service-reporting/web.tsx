import { IconReportAnalytics, IconRulerMeasure } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const serviceReportingWeb: PracticeWeb = {
  name: 'service-reporting',
  menu: [
    {
      label: 'reporting_page.menu_plan',
      icon: IconRulerMeasure,
      to: paths.queue('measurements'),
      group: 'system',
      type: 'measurement',
    },
    {
      label: 'reporting_page.menu_reports',
      icon: IconReportAnalytics,
      to: paths.queue('service-reports', { sort: '-createdAt' }),
      group: 'system',
      type: 'service-report',
    },
  ],
  routes: [
    { path: 'measurements', load: () => import('./web/PlanPage.tsx') },
    { path: 'measurements/new', load: () => import('./web/MeasurementForm.tsx') },
    { path: 'measurements/$number', load: () => import('./web/MeasurementPage.tsx') },
    { path: 'performance-evaluations/$number', load: () => import('./web/EvaluationPage.tsx') },
    { path: 'report-definitions/new', load: () => import('./web/DefinitionForm.tsx') },
    { path: 'report-definitions/$number', load: () => import('./web/DefinitionPage.tsx') },
    { path: 'service-reports', load: () => import('./web/ReportQueue.tsx') },
    { path: 'service-reports/$number', load: () => import('./web/ReportPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
