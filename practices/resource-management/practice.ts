import { definePractice } from '../../kernel/practice/practice.ts';
import { benefitCase } from './benefit.record.ts';
import { resourceNeed } from './need.record.ts';

/** What people, technology, information and money the system and the services need and get, and what it brings (7.1). */
export const resourceManagement = definePractice({
  name: 'resource-management',
  code: 'RES',
  clauses: ['7.1'],
  records: [resourceNeed, benefitCase],
  roles: [],
});
