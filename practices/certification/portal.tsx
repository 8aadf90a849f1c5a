import type { PortalPart } from '../../kernel/portal/part.ts';

/** The fourth door: one certificate, for whoever was given its link. */
export const certificationPortal: PortalPart = {
  routes: [{ path: 'certificates/$token', load: () => import('./portal/Certificate.tsx'), anyone: true }],
  words: [{ en: () => import('./portal/i18n/en.ts'), 'zh-CN': () => import('./portal/i18n/zh-CN.ts') }],
};
