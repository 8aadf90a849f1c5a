import { definePractice } from '../../kernel/practice/practice.ts';
import { ruleAdoption } from './adoption.record.ts';
import { groupRule } from './group-rule.record.ts';

/** A group and its sites: which rules hold everywhere, what a site adds, and where one leaves them (4.4, 5.3). */
export const siteGovernance = definePractice({
  name: 'site-governance',
  code: 'SITE',
  clauses: ['4.4', '5.3'],
  records: [groupRule, ruleAdoption],
  roles: [],
});
