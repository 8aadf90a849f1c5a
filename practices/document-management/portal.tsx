import type { PortalPart } from '../../kernel/portal/part.ts';

/** The fourth door: documents for whoever must, or may, read them. */
export const readingPortal: PortalPart = {
  routes: [
    { path: 'reading', load: () => import('./portal/Library.tsx') },
    { path: 'reading/$number', load: () => import('./portal/Read.tsx') },
  ],
  asks: () => import('./portal/Asks.tsx'),
  words: [{ en: () => import('./portal/i18n/en.ts'), 'zh-CN': () => import('./portal/i18n/zh-CN.ts') }],
};
