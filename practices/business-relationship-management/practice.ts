import { definePractice } from '../../kernel/practice/practice.ts';
import { contractRenewal } from './renewal.record.ts';
import { rating } from './rating.record.ts';
import { survey } from './survey.record.ts';

/** Business relationship management (8.3.2): here so far the satisfaction of users and customers, and whether customers stay. */
export const businessRelationshipManagement = definePractice({
  name: 'business-relationship-management',
  code: 'BRM',
  clauses: ['8.3.2'],
  records: [survey, rating, contractRenewal],
  roles: [],
});
