import { IconSpeakerphone } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const communicationWeb: PracticeWeb = {
  name: 'communication',
  menu: [
    {
      label: 'communication_page.menu',
      icon: IconSpeakerphone,
      to: paths.queue('communications', { 'filter[open]': 'true' }),
      group: 'system',
      type: 'communication',
    },
  ],
  routes: [
    { path: 'communications', load: () => import('./web/CommunicationQueue.tsx') },
    { path: 'communications/new', load: () => import('./web/CommunicationForm.tsx') },
    { path: 'communications/$number', load: () => import('./web/CommunicationPage.tsx') },
    { path: 'communication-occurrences/$number', load: () => import('./web/OccurrencePage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
