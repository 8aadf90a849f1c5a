import { IconClipboardCheck } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const internalAuditWeb: PracticeWeb = {
  name: 'internal-audit',
  menu: [
    {
      label: 'audit_page.menu',
      icon: IconClipboardCheck,
      to: paths.queue('internal-audits', { sort: '-createdAt' }),
      group: 'system',
      type: 'internal-audit',
    },
  ],
  routes: [
    { path: 'internal-audits', load: () => import('./web/AuditQueue.tsx') },
    { path: 'internal-audits/new', load: () => import('./web/AuditForm.tsx') },
    { path: 'internal-audits/$number', load: () => import('./web/AuditPage.tsx') },
    { path: 'audit-programmes/new', load: () => import('./web/ProgrammeForm.tsx') },
    { path: 'audit-programmes/$number', load: () => import('./web/ProgrammePage.tsx') },
    { path: 'audit-questions/$number', load: () => import('./web/QuestionPage.tsx') },
    { path: 'audit-findings/new', load: () => import('./web/FindingForm.tsx') },
    { path: 'audit-findings/$number', load: () => import('./web/FindingPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
    { en: () => import('./i18n/report.en.ts'), 'zh-CN': () => import('./i18n/report.zh-CN.ts') },
  ],
};
