import { IconCertificate } from '@tabler/icons-react';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const certificationWeb: PracticeWeb = {
  name: 'certification',
  menu: [
    {
      label: 'certification_page.menu',
      icon: IconCertificate,
      to: '/certification',
      group: 'standard',
      type: 'certificate',
    },
  ],
  routes: [
    { path: 'certification', load: () => import('./web/CertificationPage.tsx') },
    { path: 'certification/year-plan', load: () => import('./web/YearPlanPage.tsx') },
    { path: 'certificates', load: () => import('./web/CertificateQueue.tsx') },
    { path: 'certificates/new', load: () => import('./web/CertificateForm.tsx') },
    { path: 'certificates/$number', load: () => import('./web/CertificatePage.tsx') },
    { path: 'certification-audits/$number', load: () => import('./web/AuditPage.tsx') },
    { path: 'tender-packs', load: () => import('./web/TenderQueue.tsx') },
    { path: 'tender-packs/new', load: () => import('./web/TenderForm.tsx') },
    { path: 'tender-packs/$number', load: () => import('./web/TenderPage.tsx') },
  ],
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./i18n/pages.en.ts'), 'zh-CN': () => import('./i18n/pages.zh-CN.ts') },
  ],
  beside: { 'competence-record': () => import('./web/BesidePerson.tsx') },
};
