import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { resourceManagement } from './practice.ts';
import { resourceBlocks } from './resource.blocks.ts';
import { resourceEvidence } from './resource.evidence.ts';
import { watchResources } from './resource.jobs.ts';
import { resourceMeasures } from './resource.measures.ts';
import { resourceNotices } from './resource.notices.ts';

export const resourceManagementServer = definePracticeServer({
  practice: resourceManagement,
  evidence: resourceEvidence,
  measures: resourceMeasures,
  notices: resourceNotices,
  blocks: resourceBlocks,
  jobs: [watchResources],
  planned: [
    { type: 'resource-need', field: 'dueOn', clause: '7.1', owed: ['decided'], done: ['provided'] },
    { type: 'benefit-case', field: 'measureOn', clause: '7.1', owed: ['approved'], done: ['measured'] },
  ],
});
