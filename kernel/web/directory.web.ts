import {
  IconBuilding,
  IconCalendarTime,
  IconListCheck,
  IconUser,
  IconUserShield,
  IconUsersGroup,
} from '@tabler/icons-react';
import { paths } from './paths.ts';
import type { PracticeWeb } from './practice-web.ts';

const inUse = { 'filter[open]': 'true' };

/** The menu of what every practice points to: people, teams, organisations, role holders, calendars. */
export const directoryWeb: PracticeWeb = {
  name: 'directory',
  menu: [
    {
      label: 'action_item.plural',
      icon: IconListCheck,
      to: paths.queue('action-items', inUse),
      group: 'overview',
      type: 'action-item',
    },
    {
      label: 'menu.people',
      icon: IconUser,
      to: paths.queue('people', inUse),
      group: 'administration',
      type: 'person',
      key: 'p',
    },
    {
      label: 'menu.teams',
      icon: IconUsersGroup,
      to: paths.queue('teams', inUse),
      group: 'administration',
      type: 'team',
      key: 't',
    },
    {
      label: 'menu.organisations',
      icon: IconBuilding,
      to: paths.queue('organisations', inUse),
      group: 'administration',
      type: 'organisation',
    },
    {
      label: 'menu.role_holders',
      icon: IconUserShield,
      to: paths.queue('role-holders', inUse),
      group: 'administration',
      type: 'role-holder',
    },
    {
      label: 'menu.calendars',
      icon: IconCalendarTime,
      to: paths.queue('calendars', inUse),
      group: 'administration',
      type: 'calendar',
    },
  ],
  routes: [{ path: 'people/$number', load: () => import('./admin/PersonPage.tsx') }],
  words: [
    // What the server says is said here too where it sends only a code.
    { en: () => import('../i18n/en.ts'), 'zh-CN': () => import('../i18n/zh-CN.ts') },
    { en: () => import('../action/i18n/en.ts'), 'zh-CN': () => import('../action/i18n/zh-CN.ts') },
    { en: () => import('../approval/i18n/en.ts'), 'zh-CN': () => import('../approval/i18n/zh-CN.ts') },
    { en: () => import('../import/i18n/en.ts'), 'zh-CN': () => import('../import/i18n/zh-CN.ts') },
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
  ],
};
