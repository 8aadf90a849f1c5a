import { defineRecord } from '../../kernel/record/record.ts';
import { articleAccess } from './article.access.ts';
import { fields } from './article.fields.ts';
import { articleProcess } from './article.process.ts';

export const article = defineRecord({
  type: 'article',
  plural: 'articles',
  prefix: 'KB',
  fields,
  base: ['title', 'ownerId'],
  search: ['titleEn', 'titleZh', 'summaryEn', 'summaryZh', 'bodyEn', 'bodyZh', 'tags'],
  list: ['number', 'title', 'kind', 'state', 'audience', 'serviceIds', 'ownerId', 'reviewDueOn', 'publishedVersion'],
  process: articleProcess,
  access: articleAccess,
}); // prettier-ignore
