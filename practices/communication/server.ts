import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { communicationBlocks } from './communication.blocks.ts';
import { communicationEvidence } from './communication.evidence.ts';
import { communicate } from './communication.jobs.ts';
import { communicationMeasures } from './communication.measures.ts';
import { communicationNotices } from './communication.notices.ts';
import { communicationPractice } from './practice.ts';

export const communicationServer = definePracticeServer({
  practice: communicationPractice,
  evidence: communicationEvidence,
  measures: communicationMeasures,
  notices: communicationNotices,
  blocks: communicationBlocks,
  jobs: [communicate],
  planned: [
    { type: 'communication', field: 'nextDueOn', clause: '7.4', owed: ['in_force'] },
    { type: 'communication', field: 'reviewDueOn', clause: '7.4', owed: ['in_force'] },
    { type: 'communication-occurrence', field: 'dueOn', clause: '7.4', owed: ['due'], done: ['done'] },
  ],
});
