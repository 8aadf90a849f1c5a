import type { ChainPart } from '../../kernel/chain/part.ts';

/** processes.md 22.2: target → measurement → report → review → improvement. */
export const reportChain: ChainPart = {
  through: ['report-definition', 'service-report'],
  edges: [
    `select id as from_id, definition_id as to_id, 'follows_from' as kind from service_report where definition_id is not null and id = any($1::uuid[])`,
    `select id, definition_id, 'follows_from' from service_report where definition_id = any($1::uuid[])`,
  ],
};
