import type { ChainPart } from '../../kernel/chain/part.ts';

const edge = (column: string, kind: string) => [
  `select id as from_id, unnest(${column}) as to_id, '${kind}' as kind from transition where id = any($1::uuid[])`,
  `select t.id, x.id, '${kind}' from unnest($1::uuid[]) x(id) join transition t on t.${column} @> array[x.id]`,
];

/** The releases by which it went live, the changes that authorise it, and the service that it is about. */
export const transitionChain: ChainPart = {
  through: ['transition'],
  edges: [
    ...edge('release_ids', 'delivered_by'),
    ...edge('change_ids', 'follows_from'),
    `select r.id, r.service_id, 'shapes' from record r
     where r.type = 'transition' and r.service_id is not null and (r.id = any($1::uuid[]) or r.service_id = any($1::uuid[]))`,
  ],
};
