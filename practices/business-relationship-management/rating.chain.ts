import type { ChainPart } from '../../kernel/chain/part.ts';

/** What the requester thought of it is the end of most stories, and the beginning of some. */
export const ratingChain: ChainPart = {
  through: ['rating'],
  edges: [
    `select id as from_id, about_id as to_id, 'rates' as kind from rating
     where id = any($1::uuid[]) or about_id = any($1::uuid[])`,
  ],
};
