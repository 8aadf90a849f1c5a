import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { knowledgeEvidence } from './knowledge.evidence.ts';
import { articleBlocks } from './article.blocks.ts';
import { keepArticlesCurrent } from './article.jobs.ts';
import { articleNotices } from './article.notices.ts';
import { incidentArticleRoutes } from './incident-articles.api.ts';
import { knowledgeRoutes } from './knowledge.api.ts';
import { knowledgeMeasures } from './knowledge.measures.ts';
import { knowledgeManagement } from './practice.ts';
import { versionRoutes } from './version.api.ts';

export const knowledgeManagementServer = definePracticeServer({
  practice: knowledgeManagement,
  planned: [{ type: 'article', field: 'reviewDueOn', clause: '7.6', owed: ['published', 'review_due'] }],
  evidence: knowledgeEvidence,
  blocks: articleBlocks,
  measures: knowledgeMeasures,
  notices: articleNotices,
  jobs: [keepArticlesCurrent],
  routes: (app, house) => {
    knowledgeRoutes(app, house);
    versionRoutes(app, house);
    incidentArticleRoutes(app, house);
  },
});
