import type { PortalPart } from '../../kernel/portal/part.ts';

/** The fourth door: how satisfied somebody was. */
export const relationshipPortal: PortalPart = {
  routes: [],
  asks: () => import('./portal/Rate.tsx'),
  words: [{ en: () => import('./portal/i18n/en.ts'), 'zh-CN': () => import('./portal/i18n/zh-CN.ts') }],
};
