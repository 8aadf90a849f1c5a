import { IconMoodSmile } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const businessRelationshipManagementWeb: PracticeWeb = {
  name: 'business-relationship-management',
  menu: [
    {
      label: 'menu.satisfaction',
      icon: IconMoodSmile,
      to: paths.queue('ratings', { sort: '-updatedAt' }),
      group: 'deliver',
      type: 'rating',
    },
  ],
  routes: [],
  words: [{ en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') }],
};
