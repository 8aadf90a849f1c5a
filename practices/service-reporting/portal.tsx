import type { PortalPart } from '../../kernel/portal/part.ts';

/** The fourth door: what customers are told of their services. */
export const reportingPortal: PortalPart = {
  routes: [
    { path: 'reports', load: () => import('./portal/Reports.tsx') },
    { path: 'reports/$number', load: () => import('./portal/Report.tsx') },
  ],
  asks: () => import('./portal/Newest.tsx'),
  words: [{ en: () => import('./portal/i18n/en.ts'), 'zh-CN': () => import('./portal/i18n/zh-CN.ts') }],
};
