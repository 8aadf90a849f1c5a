import { IconArrowsDiff, IconBinaryTree2, IconCamera, IconChecklist, IconServer2 } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const configurationManagementWeb: PracticeWeb = {
  name: 'configuration-management',
  menu: [
    {
      label: 'ci.plural',
      icon: IconServer2,
      to: paths.queue('configuration-items', { 'filter[open]': 'true' }),
      group: 'configuration',
      type: 'ci',
    },
    {
      label: 'reconciliation.queue',
      icon: IconArrowsDiff,
      to: '/differences',
      group: 'configuration',
      type: 'difference',
    },
    {
      label: 'verification.plural',
      icon: IconChecklist,
      to: paths.queue('verifications', { 'filter[open]': 'true' }),
      group: 'configuration',
      type: 'verification',
    },
    {
      label: 'baseline.plural',
      icon: IconCamera,
      to: paths.queue('baselines', { sort: '-createdAt' }),
      group: 'configuration',
      type: 'baseline',
    },
    {
      label: 'ci_class.plural',
      icon: IconBinaryTree2,
      to: paths.queue('ci-classes', { 'filter[open]': 'true' }),
      group: 'administration',
      type: 'ci-class',
    },
  ],
  routes: [
    { path: 'configuration-items', load: () => import('./web/CiQueue.tsx') },
    { path: 'configuration-items/initial-load', load: () => import('./web/InitialLoadPage.tsx') },
    { path: 'configuration-items/new', load: () => import('./web/CiForm.tsx') },
    { path: 'configuration-items/$number', load: () => import('./web/CiPage.tsx') },
    { path: 'ci-classes', load: () => import('./web/ClassQueue.tsx') },
    { path: 'ci-classes/new', load: () => import('./web/ClassForm.tsx') },
    { path: 'ci-classes/$number', load: () => import('./web/ClassPage.tsx') },
    { path: 'differences', load: () => import('./web/ReconciliationPage.tsx') },
    { path: 'differences/$number', load: () => import('./web/DifferencePage.tsx') },
    { path: 'feeds', load: () => import('./web/FeedQueue.tsx') },
    { path: 'feeds/new', load: () => import('./web/FeedForm.tsx') },
    { path: 'feeds/$number', load: () => import('./web/FeedPage.tsx') },
    { path: 'verifications/$number', load: () => import('./web/VerificationPage.tsx') },
    { path: 'configuration-duplicates', load: () => import('./web/DuplicatesPage.tsx') },
    { path: 'baselines/$number', load: () => import('./web/BaselinePage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    {
      en: () => import('./i18n/reconciliation.en.ts'),
      'zh-CN': () => import('./i18n/reconciliation.zh-CN.ts'),
    },
    {
      en: () => import('./i18n/reconciliation.pages.en.ts'),
      'zh-CN': () => import('./i18n/reconciliation.pages.zh-CN.ts'),
    },
    {
      en: () => import('./i18n/setup.pages.en.ts'),
      'zh-CN': () => import('./i18n/setup.pages.zh-CN.ts'),
    },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
};
