import type { ChainPart } from '../../kernel/chain/part.ts';

/** processes.md 22.5: from the finding, the lapse or the incident to what was done about its cause. */
export const nonconformityChain: ChainPart = {
  through: ['nonconformity'],
  edges: [
    `select id as from_id, source_id as to_id, 'follows_from' as kind from nonconformity
     where source_id is not null and id = any($1::uuid[])`,
    `select id, source_id, 'follows_from' from nonconformity where source_id = any($1::uuid[])`,
    `select id, repeat_of_id, 'follows_from' from nonconformity where repeat_of_id is not null and id = any($1::uuid[])`,
    `select id, repeat_of_id, 'follows_from' from nonconformity where repeat_of_id = any($1::uuid[])`,
  ],
};
