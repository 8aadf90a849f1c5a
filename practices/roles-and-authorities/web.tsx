import { IconSitemap } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const rolesAndAuthoritiesWeb: PracticeWeb = {
  name: 'roles-and-authorities',
  menu: [{ label: 'roles_page.menu', icon: IconSitemap, to: '/roles', group: 'system', type: 'sms-process' }],
  routes: [
    { path: 'roles', load: () => import('./web/RolesPage.tsx') },
    { path: 'sms-processes/$number', load: () => import('./web/ProcessPage.tsx') },
    { path: 'role-definitions/$number', load: () => import('./web/RolePage.tsx') },
    { path: 'role-definitions/new', load: () => import('./web/RoleForm.tsx') },
    { path: 'appointments/new', load: () => import('./web/AppointmentForm.tsx') },
    { path: 'appointments/$number', load: () => import('./web/AppointmentPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
