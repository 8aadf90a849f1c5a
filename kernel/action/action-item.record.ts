import { each, staff } from '../access/roles.ts';
import { defineRecord } from '../record/record.ts';
import { fields } from './action-item.fields.ts';
import { process } from './action-item.process.ts';

/** 10.1, 10.2: what somebody is to do by a day, and whether it helped. */
export const actionItem = defineRecord({
  type: 'action-item',
  plural: 'action-items',
  prefix: 'ACT',
  fields,
  base: ['title', 'ownerId', 'serviceId'],
  search: ['description', 'result'],
  list: ['number', 'title', 'state', 'ownerId', 'dueOn', 'sourceId'],
  process,
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    'internal-auditor': { view: 'all', act: 'own' },
    engineer: { view: 'all', act: 'own' },
  },
});
