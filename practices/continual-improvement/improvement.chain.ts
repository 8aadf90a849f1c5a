import type { ChainPart } from '../../kernel/chain/part.ts';

/** processes.md 22.2: from what was measured or found to the improvement that came of it. */
export const improvementChain: ChainPart = {
  through: ['improvement'],
  edges: [
    `select id as from_id, source_id as to_id, 'follows_from' as kind from improvement
     where source_id is not null and id = any($1::uuid[])`,
    `select id, source_id, 'follows_from' from improvement where source_id = any($1::uuid[])`,
  ],
};
