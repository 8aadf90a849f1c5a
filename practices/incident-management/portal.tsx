import type { PortalPart } from '../../kernel/portal/part.ts';

/** The fourth door: what users and customers see of incidents. */
export const incidentPortal: PortalPart = {
  routes: [{ path: 'report', load: () => import('./portal/Report.tsx') }],
  words: [{ en: () => import('./portal/i18n/en.ts'), 'zh-CN': () => import('./portal/i18n/zh-CN.ts') }],
};
