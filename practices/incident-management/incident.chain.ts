import type { ChainPart } from '../../kernel/chain/part.ts';

/** A report, what it was reported with, and the major incident that it became. */
export const incidentChain: ChainPart = {
  through: ['incident', 'major-incident'],
  edges: [
    `select id as from_id, parent_id as to_id, 'child_of' as kind from incident
     where parent_id is not null and id = any($1::uuid[])`,
    `select id, parent_id, 'child_of' from incident where parent_id = any($1::uuid[])`,
    `select leading_incident_id, id, 'escalated_to' from major_incident
     where id = any($1::uuid[]) or leading_incident_id = any($1::uuid[])`,
  ],
};
