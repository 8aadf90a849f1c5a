import type { ChainPart } from '../../kernel/chain/part.ts';

/** A change, the services and items it is about, the tasks of its carrying out, and where it was decided. */
export const changeChain: ChainPart = {
  through: ['change', 'change-task'],
  edges: [
    `select change_id as from_id, record_id as to_id, 'concerns' as kind from change_subject
     where change_id = any($1::uuid[])`,
    `select change_id, record_id, 'concerns' from change_subject where record_id = any($1::uuid[])`,
    `select id, change_id, 'child_of' from change_task where change_id = any($1::uuid[])`,
    `select id, change_id, 'child_of' from change_task where change_id is not null and id = any($1::uuid[])`,
  ],
};
