import { IconCalendarCog, IconStack2 } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const serviceCatalogueWeb: PracticeWeb = {
  name: 'service-catalogue',
  menu: [
    {
      label: 'service.plural',
      icon: IconStack2,
      to: paths.queue('services', { 'filter[open]': 'true' }),
      group: 'deliver',
      type: 'service',
      key: 's',
    },
    {
      label: 'maintenance_notice.plural',
      icon: IconCalendarCog,
      to: paths.queue('maintenance-notices', { 'filter[open]': 'true' }),
      group: 'deliver',
      type: 'maintenance-notice',
    },
  ],
  routes: [],
  words: [{ en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') }],
};
