import { definePracticeServer } from '../../kernel/practice/practice-server.ts';
import { transitionEvidence } from './transition.evidence.ts';
import { defineNotices } from '../../kernel/notification/notice.ts';
import { transitionBlocks } from './transition.blocks.ts';
import { serviceDesignAndTransition } from './practice.ts';
import { transitionChain } from './transition.chain.ts';
import { measures } from './transition.measures.ts';

export { areas, planItems } from './transition.parts.ts';

export const serviceDesignAndTransitionServer = definePracticeServer({
  practice: serviceDesignAndTransition,
  planned: [
    {
      type: 'transition',
      field: 'plannedLiveOn',
      clause: '8.5.2',
      owed: [
        'planning',
        'plan_approved',
        'design',
        'design_approved',
        'build',
        'test',
        'accepted',
        'transition',
      ],
      done: ['live', 'closed'],
    },
  ],
  evidence: transitionEvidence,
  blocks: transitionBlocks,
  measures,
  notices: defineNotices(
    { kind: 'transition.reported', usual: 'mail' },
    { kind: 'transition.live', on: { type: 'transition', action: 'go_live' }, to: ['owner', 'team'], staffOnly: true },
    { kind: 'transition.rejected', on: { type: 'transition', action: 'reject_criteria' }, to: ['owner', 'team'], staffOnly: true },
  ), // prettier-ignore
  chain: transitionChain,
});
