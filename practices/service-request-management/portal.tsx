import type { PortalPart } from '../../kernel/portal/part.ts';

/** The fourth door: what is offered, the forms, and one's own requests. */
export const requestPortal: PortalPart = {
  routes: [
    { path: 'request', load: () => import('./portal/Catalogue.tsx') },
    { path: 'request/$model', load: () => import('./portal/Ask.tsx') },
  ],
  words: [
    { en: () => import('./portal/i18n/en.ts'), 'zh-CN': () => import('./portal/i18n/zh-CN.ts') },
    { en: () => import('./i18n/form.en.ts'), 'zh-CN': () => import('./i18n/form.zh-CN.ts') },
  ],
};
