import type { ChainPart } from '../../kernel/chain/part.ts';

/** What was asked for, the tasks that fulfil it, and the access that it gave. */
export const requestChain: ChainPart = {
  through: ['service-request', 'fulfilment-task', 'access-grant'],
  edges: [
    `select id as from_id, request_id as to_id, 'child_of' as kind from fulfilment_task
     where request_id is not null and (id = any($1::uuid[]) or request_id = any($1::uuid[]))`,
    `select id, request_id, 'follows_from' from access_grant
     where request_id is not null and (id = any($1::uuid[]) or request_id = any($1::uuid[]))`,
  ],
};
