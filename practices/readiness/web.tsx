import {
  IconArrowsShuffle,
  IconChartGridDots,
  IconFlag,
  IconRoute,
  IconTargetArrow,
  IconTimeline,
} from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const readinessWeb: PracticeWeb = {
  name: 'readiness',
  menu: [
    {
      label: 'readiness.menu',
      icon: IconChartGridDots,
      to: '/readiness',
      group: 'standard',
      type: 'requirement-assessment',
    },
    {
      label: 'readiness.menu_plan',
      icon: IconTimeline,
      to: '/readiness/plan',
      group: 'standard',
      type: 'gap-action',
    },
    {
      label: 'readiness.menu_gate',
      icon: IconTargetArrow,
      to: '/readiness/before-the-audit',
      group: 'standard',
      type: 'requirement-assessment',
    },
    {
      label: 'first_path.menu',
      icon: IconFlag,
      to: '/readiness/first-steps',
      group: 'standard',
      type: 'gap-action',
    },
    {
      label: 'readiness.menu_journey',
      icon: IconRoute,
      to: '/readiness/journey',
      group: 'standard',
      type: 'requirement-assessment',
    },
    {
      label: 'readiness.menu_themes',
      icon: IconArrowsShuffle,
      to: '/readiness/themes',
      group: 'standard',
      type: 'requirement-assessment',
    },
  ],
  routes: [
    { path: 'readiness', load: () => import('./web/MapPage.tsx') },
    { path: 'readiness/plan', load: () => import('./web/PlanPage.tsx') },
    { path: 'readiness/before-the-audit', load: () => import('./web/GatePage.tsx') },
    { path: 'readiness/first-steps', load: () => import('./web/FirstPathPage.tsx') },
    { path: 'readiness/journey', load: () => import('./web/JourneyPage.tsx') },
    { path: 'readiness/themes', load: () => import('./web/ThemesPage.tsx') },
    { path: 'readiness/$requirement', load: () => import('./web/RequirementPage.tsx') },
    { path: 'requirement-assessments/$number', load: () => import('./web/AssessmentPage.tsx') },
    { path: 'gap-actions/new', load: () => import('./web/GapActionNew.tsx') },
    { path: 'gap-actions/$number', load: () => import('./web/GapActionPage.tsx') },
  ],
  today: () => import('./web/TodayPath.tsx'),
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
    { en: () => import('./i18n/first-path.en.ts'), 'zh-CN': () => import('./i18n/first-path.zh-CN.ts') },
  ],
};
