import {
  IconBooks,
  IconCalendarDue,
  IconFileCertificate,
  IconListTree,
  IconTemplate,
  IconAdjustments,
} from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

/** Obsolete documents are found by whoever asks for them. */
const inUse = 'draft,in_review,approved,effective,review_due,revising';

export const documentManagementWeb: PracticeWeb = {
  name: 'document-management',
  menu: [
    {
      label: 'menu.documents',
      icon: IconFileCertificate,
      to: paths.queue('documents', { 'filter[state]': inUse, sort: '-updatedAt' }),
      group: 'standard',
      type: 'document',
    },
    {
      label: 'menu.document_review',
      icon: IconCalendarDue,
      to: paths.queue('documents', { 'filter[state]': 'review_due', sort: 'updatedAt' }),
      group: 'standard',
      type: 'document',
    },
    {
      label: 'menu.document_tree',
      icon: IconListTree,
      to: '/documents/tree',
      group: 'standard',
      type: 'document',
    },
    {
      label: 'menu.document_templates',
      icon: IconTemplate,
      to: '/documents/templates',
      group: 'standard',
      type: 'document',
    },
    {
      label: 'document_settings.title',
      icon: IconAdjustments,
      to: '/documents/settings',
      group: 'standard',
      type: 'document',
    },
    { label: 'menu.reading', icon: IconBooks, to: '/reading', group: 'standard' },
  ],
  routes: [
    { path: 'documents', load: () => import('./web/DocumentQueue.tsx') },
    { path: 'documents/new', load: () => import('./web/DocumentEditor.tsx') },
    { path: 'documents/templates', load: () => import('./web/Templates.tsx') },
    { path: 'documents/bring-in', load: () => import('./web/BringIn.tsx') },
    { path: 'documents/settings', load: () => import('./web/DocumentSettings.tsx') },
    { path: 'documents/tree', load: () => import('./web/MasterList.tsx') },
    { path: 'documents/$number', load: () => import('./web/DocumentPage.tsx') },
    { path: 'documents/$number/edit', load: () => import('./web/DocumentEditor.tsx') },
    { path: 'documents/$number/versions', load: () => import('./web/Compare.tsx') },
    { path: 'reading', load: () => import('./web/ReadingList.tsx') },
    { path: 'reading/$number', load: () => import('./web/Reader.tsx') },
  ],
  today: () => import('./web/TodayReading.tsx'),
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/notices.en.ts'), 'zh-CN': () => import('./i18n/notices.zh-CN.ts') },
    { en: () => import('./web/papers.en.ts'), 'zh-CN': () => import('./web/papers.zh-CN.ts') },
    {
      en: () => import('../../platform/paper/i18n/en.ts'),
      'zh-CN': () => import('../../platform/paper/i18n/zh-CN.ts'),
    },
    { en: () => import('./web/settings.en.ts'), 'zh-CN': () => import('./web/settings.zh-CN.ts') },
    { en: () => import('./web/words.en.ts'), 'zh-CN': () => import('./web/words.zh-CN.ts') },
  ],
};
