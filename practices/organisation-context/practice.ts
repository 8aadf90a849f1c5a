import { definePractice } from '../../kernel/practice/practice.ts';
import { contextIssue } from './context-issue.record.ts';
import { interestedParty } from './interested-party.record.ts';
import { obligation } from './obligation.record.ts';
import { partyRequirement } from './party-requirement.record.ts';
import { scopeStatement } from './scope-statement.record.ts';

export { saidAnew } from './review.ts';

/** The organisation in its surroundings: issues, interested parties, scope (4.1 to 4.3), and what binds it (6.3 c). */
export const organisationContext = definePractice({
  name: 'organisation-context',
  code: 'CTX',
  clauses: ['4.1', '4.2', '4.3'],
  records: [contextIssue, interestedParty, partyRequirement, scopeStatement, obligation],
  roles: [],
});
