import { defineRecord } from '../../kernel/record/record.ts';
import { feedbackAccess } from './article.access.ts';
import { feedbackFields } from './feedback.fields.ts';
import { feedbackProcess } from './feedback.process.ts';

export const articleFeedback = defineRecord({
  type: 'article-feedback',
  plural: 'article-feedbacks',
  prefix: 'KBF',
  fields: feedbackFields,
  base: ['title', 'serviceId', 'teamId', 'ownerId', 'requesterId'],
  search: ['remark', 'answer'],
  list: ['number', 'title', 'helpful', 'remark', 'state', 'ownerId', 'articleVersion'],
  unique: { article_feedback_once: 'articleId' },
  process: feedbackProcess,
  access: feedbackAccess,
});
