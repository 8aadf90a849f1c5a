import { IconAlertTriangle, IconCategory, IconUserExclamation } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const incidentManagementWeb: PracticeWeb = {
  name: 'incident-management',
  menu: [
    {
      label: 'incident.queue',
      icon: IconAlertTriangle,
      to: paths.queue('incidents', { 'filter[open]': 'true', sort: 'nextDue' }),
      group: 'operate',
      type: 'incident',
      key: 'i',
    },
    {
      label: 'incident.mine',
      icon: IconUserExclamation,
      to: paths.queue('incidents', { 'filter[open]': 'true', 'filter[ownerId]': 'me', sort: 'nextDue' }),
      group: 'operate',
      type: 'incident',
      key: 'm',
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
    { path: 'incidents/$number', load: () => import('./web/IncidentPage.tsx') },
  ],
  words: [{ en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') }],
};
