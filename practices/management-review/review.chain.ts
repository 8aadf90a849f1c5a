import type { ChainPart } from '../../kernel/chain/part.ts';

/** A review is where a story ends and the next one begins: what it decided follows from it (kernel/action). */
export const reviewChain: ChainPart = {
  through: ['management-review'],
  edges: [
    `select id as from_id, review_id as to_id, 'follows_from' as kind from spot_check
     where review_id is not null and id = any($1::uuid[])`,
  ],
};
