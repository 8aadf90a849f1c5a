import { IconContract } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const serviceLevelManagementWeb: PracticeWeb = {
  name: 'service-level-management',
  menu: [
    {
      label: 'agreement.plural',
      icon: IconContract,
      to: paths.queue('agreements', { 'filter[open]': 'true' }),
      group: 'deliver',
      type: 'agreement',
      key: 'a',
    },
  ],
  routes: [
    { path: 'agreements/new', load: () => import('./web/AgreementForm.tsx') },
    { path: 'agreements/$number', load: () => import('./web/AgreementPage.tsx') },
    { path: 'calendars/new', load: () => import('./web/CalendarForm.tsx') },
    { path: 'calendars/$number', load: () => import('./web/CalendarPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./web/words.en.ts'), 'zh-CN': () => import('./web/words.zh-CN.ts') },
  ],
};
