import { definePractice } from '../../kernel/practice/practice.ts';
import { article } from './article.record.ts';
import { articleFeedback } from './feedback.record.ts';

/** Knowledge (7.6): what is needed to run and use the services, kept up, and found by those who need it. */
export const knowledgeManagement = definePractice({
  name: 'knowledge-management',
  code: 'KM',
  clauses: ['7.6'],
  records: [article, articleFeedback],
  roles: ['knowledge-manager'],
});
