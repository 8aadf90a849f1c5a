import type { ChainPart } from '../../kernel/chain/part.ts';

/** The changes that it brought out, and how everything was before. */
export const releaseChain: ChainPart = {
  through: ['release'],
  edges: [
    `select release_id as from_id, change_id as to_id, 'brings_out' as kind from release_change
     where release_id = any($1::uuid[])`,
    `select release_id, change_id, 'brings_out' from release_change where change_id = any($1::uuid[])`,
    `select id, baseline_id, 'kept_before' from release where baseline_id is not null and id = any($1::uuid[])`,
    `select id, baseline_id, 'kept_before' from release where baseline_id = any($1::uuid[])`,
  ],
};
