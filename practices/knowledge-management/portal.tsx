import type { PortalPart } from '../../kernel/portal/part.ts';

/** The fourth door: what is known, for whoever needs it, before they have to ask. */
export const knowledgePortal: PortalPart = {
  routes: [
    { path: 'knowledge', load: () => import('./portal/Knowledge.tsx') },
    { path: 'knowledge/$number', load: () => import('./portal/Article.tsx') },
  ],
  suggests: () => import('./portal/Suggest.tsx'),
  words: [{ en: () => import('./portal/i18n/en.ts'), 'zh-CN': () => import('./portal/i18n/zh-CN.ts') }],
};
