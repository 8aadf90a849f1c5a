import type { ChainPart } from '../../kernel/chain/part.ts';

/** From the incidents through their problem to the change that cures it; the analysis that found it is where a chain begins. */
export const problemChain: ChainPart = {
  through: ['problem'],
  edges: [
    `select id as from_id, origin_id as to_id, 'follows_from' as kind from problem
     where origin = 'trend' and origin_id is not null and (id = any($1::uuid[]) or origin_id = any($1::uuid[]))`,
  ],
};
