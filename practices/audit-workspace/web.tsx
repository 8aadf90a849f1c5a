import { IconClipboardCheck, IconDice5, IconPackage, IconUserSearch } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const auditWorkspaceWeb: PracticeWeb = {
  name: 'audit-workspace',
  menu: [
    { label: 'audit.menu', icon: IconUserSearch, to: '/audit', group: 'standard', type: 'audit-engagement' },
    { label: 'audit.menu_audits', icon: IconClipboardCheck, to: paths.queue('audit-engagements', { sort: '-createdAt' }), group: 'standard', type: 'audit-engagement' },
    { label: 'audit.menu_samples', icon: IconDice5, to: paths.queue('audit-samples', { sort: '-createdAt' }), group: 'standard', type: 'audit-sample' },
    { label: 'audit.menu_packs', icon: IconPackage, to: paths.queue('evidence-packs', { sort: '-createdAt' }), group: 'standard', type: 'evidence-pack' },
  ],
  routes: [
    { path: 'audit', load: () => import('./web/Workspace.tsx') },
    { path: 'audit-engagements/new', load: () => import('./web/EngagementForm.tsx') },
    { path: 'audit-engagements/$number', load: () => import('./web/EngagementPage.tsx') },
    { path: 'audit-samples/new', load: () => import('./web/SampleForm.tsx') },
    { path: 'audit-samples/$number', load: () => import('./web/SamplePage.tsx') },
    { path: 'evidence-packs/new', load: () => import('./web/PackForm.tsx') },
    { path: 'evidence-packs/$number', load: () => import('./web/PackPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
}; // prettier-ignore
