import {
  IconAdjustments,
  IconAlertTriangle,
  IconCategory,
  IconFlame,
  IconRulerMeasure,
  IconTrendingUp,
  IconUserExclamation,
} from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const incidentManagementWeb: PracticeWeb = {
  name: 'incident-management',
  menu: [
    {
      label: 'incident.queue',
      icon: IconAlertTriangle,
      to: paths.queue('incidents', { 'filter[open]': 'true', sort: 'urgency' }),
      group: 'operate',
      type: 'incident',
      key: 'i',
    },
    {
      label: 'incident.mine',
      icon: IconUserExclamation,
      to: paths.queue('incidents', { 'filter[open]': 'true', 'filter[ownerId]': 'me', sort: 'urgency' }),
      group: 'operate',
      type: 'incident',
      key: 'm',
    },
    {
      label: 'outcome.title',
      icon: IconTrendingUp,
      to: '/incidents/outcome',
      group: 'overview',
      type: 'incident',
    },
    {
      label: 'major_incident.plural',
      icon: IconFlame,
      to: paths.queue('major-incidents', { 'filter[phase]': 'new,active,waiting,done' }),
      group: 'operate',
      type: 'major-incident',
    },
    {
      label: 'major.settings.title',
      icon: IconAdjustments,
      to: '/major-incidents/settings',
      group: 'administration',
      type: 'major-incident',
    },
    {
      label: 'incident_rules.title',
      icon: IconRulerMeasure,
      to: '/incidents/settings',
      group: 'administration',
      type: 'incident',
    },
    {
      label: 'category.plural',
      icon: IconCategory,
      to: paths.queue('categories', { 'filter[open]': 'true' }),
      group: 'administration',
      type: 'category',
    },
  ],
  routes: [
    { path: 'incidents', load: () => import('./web/IncidentQueue.tsx') },
    { path: 'incidents/new', load: () => import('./web/IncidentForm.tsx') },
    { path: 'incidents/quick', load: () => import('./web/QuickPage.tsx') },
    { path: 'incidents/new-bug', load: () => import('./web/BugForm.tsx') },
    { path: 'incidents/outcome', load: () => import('./web/OutcomePage.tsx') },
    { path: 'incidents/settings', load: () => import('./web/SettingsPage.tsx') },
    { path: 'incidents/$number', load: () => import('./web/IncidentPage.tsx') },
    { path: 'major-incidents', load: () => import('./web/MajorQueue.tsx') },
    { path: 'major-incidents/new', load: () => import('./web/MajorForm.tsx') },
    { path: 'major-incidents/settings', load: () => import('./web/MajorSettingsPage.tsx') },
    { path: 'major-incidents/runbook', load: () => import('./web/RunbookPage.tsx') },
    { path: 'major-incidents/$number', load: () => import('./web/MajorPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/known.en.ts'), 'zh-CN': () => import('./i18n/known.zh-CN.ts') },
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/desk.en.ts'), 'zh-CN': () => import('./i18n/desk.zh-CN.ts') },
    { en: () => import('./i18n/major.en.ts'), 'zh-CN': () => import('./i18n/major.zh-CN.ts') },
  ],
};
