import type { PortalPart } from '../../kernel/portal/part.ts';

/** The fourth door: what the services are doing, for whoever uses them. */
export const cataloguePortal: PortalPart = {
  routes: [{ path: 'status', load: () => import('./portal/Status.tsx'), anyone: true }],
  words: [{ en: () => import('./portal/i18n/en.ts'), 'zh-CN': () => import('./portal/i18n/zh-CN.ts') }],
};
