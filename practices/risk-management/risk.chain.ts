import type { ChainPart } from '../../kernel/chain/part.ts';

/** 22.4: what a risk comes from, an obligation first of all; its actions tell their own part. */
const from = (column: string) => [
  `select t.id as from_id, x as to_id, 'follows_from' as kind from risk t cross join unnest(t.${column}) x where t.id = any($1::uuid[])`,
  `select t.id, x, 'follows_from' from risk t cross join unnest(t.${column}) x where t.${column} && $1::uuid[] and x = any($1::uuid[])`,
];

export const riskChain: ChainPart = {
  through: ['risk', 'obligation', 'context-issue', 'party-requirement'],
  edges: ['issue_ids', 'requirement_ids', 'obligation_ids', 'service_ids'].flatMap(from),
};
