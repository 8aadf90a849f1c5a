import { defineProposals, recordedBy, type Draft } from '../../kernel/proposal/proposal.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { similarIncidents } from './incident.similar.ts';
import { servicenowIncidentLog } from './import/servicenow.ts';

/**
 * Known when an incident is written down: who reports what, how, where and about which service, and who records it.
 * Not known, and so never learnt from: how often it was reassigned or reopened, whether the agreement was kept, problem
 * and change, cause, resolution, closure code, who resolved it. A log of another system states some of these on every
 * row, the first included (closed_code, resolved_by, resolved_at, closed_at), and changes others later (made_sla,
 * knowledge, u_priority_confirmation, problem_id, rfc): they would make the figure good and the proposals bad.
 * Nor is who it is assigned to: that is chosen with the team.
 */
const told = [
  'serviceId',
  'requesterId',
  'orgUnitId',
  'customerId',
  'channel',
  'ci',
  'location',
  'security',
  recordedBy,
];

export const incidentProposals = defineProposals({
  recordType: 'incident',
  texts: ['title', 'symptom'],
  targets: [
    { name: 'categoryId', fields: ['categoryId'], from: told },
    { name: 'priority', fields: ['impact', 'urgency'], from: [...told, 'categoryId'] },
    { name: 'teamId', fields: ['teamId'], from: [...told, 'categoryId', 'impact', 'urgency'] },
  ],
  without: ['cancelled', 'duplicate'],
  // The log has no titles: ours are made from its category, which is what is to be guessed.
  madeUp: { sources: [servicenowIncidentLog.source], texts: ['title'] },
  complete: placeOfRequester,
  similar: similarIncidents,
});

/** Whose customer and unit it concerns follows from who reported it, as when it is created. */
async function placeOfRequester(tx: Tx, draft: Draft): Promise<Draft> {
  const { requesterId } = draft;
  if (typeof requesterId !== 'string') return {};
  const [found] = await tx.run<{ customerId: string | null; orgUnitId: string | null }>(
    'proposal_requester',
    'select customer_id as "customerId", org_unit_id as "orgUnitId" from record where id = $1',
    [requesterId],
  );
  return {
    customerId: draft['customerId'] ?? found?.customerId ?? null,
    orgUnitId: draft['orgUnitId'] ?? found?.orgUnitId ?? null,
  };
}
