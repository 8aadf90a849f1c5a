import { IconBook2, IconBookUpload, IconMessageQuestion } from '@tabler/icons-react';
import { paths } from '../../kernel/web/paths.ts';
import type { PracticeWeb } from '../../kernel/web/practice-web.ts';

export const knowledgeManagementWeb: PracticeWeb = {
  name: 'knowledge-management',
  menu: [
    {
      label: 'menu.knowledge',
      icon: IconBook2,
      to: paths.queue('articles', { sort: '-updatedAt' }),
      group: 'knowledge',
      type: 'article',
      key: 'k',
    },
    {
      label: 'menu.article_review',
      icon: IconBookUpload,
      to: paths.queue('articles', { 'filter[state]': 'in_review', sort: 'updatedAt' }),
      group: 'knowledge',
      type: 'article',
    },
    {
      label: 'menu.article_feedback',
      icon: IconMessageQuestion,
      to: paths.queue('article-feedbacks', { 'filter[open]': 'true' }),
      group: 'knowledge',
      type: 'article-feedback',
    },
  ],
  routes: [
    { path: 'articles', load: () => import('./web/ArticleQueue.tsx') },
    { path: 'articles/new', load: () => import('./web/ArticleEditor.tsx') },
    { path: 'articles/$number', load: () => import('./web/ArticlePage.tsx') },
    { path: 'articles/$number/edit', load: () => import('./web/ArticleEditor.tsx') },
    { path: 'knowledge/$number', load: () => import('./web/ToReader.tsx') },
    { path: 'articles/$number/versions', load: () => import('./web/Compare.tsx') },
  ],
  beside: { incident: () => import('./web/IncidentArticles.tsx') },
  besideForm: { incident: () => import('./web/IncidentForm.tsx') },
  words: [
    { en: () => import('./i18n/en.ts'), 'zh-CN': () => import('./i18n/zh-CN.ts') },
    { en: () => import('./web/words.en.ts'), 'zh-CN': () => import('./web/words.zh-CN.ts') },
  ],
};
