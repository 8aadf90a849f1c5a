import { each, staff } from '../../kernel/access/roles.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields } from './transition.fields.ts';
import { process } from './transition.process.ts';

/** 8.5.2: a new, changed, transferred or removed service from the proposal to the closure report. */
export const transition = defineRecord({
  type: 'transition',
  plural: 'transitions',
  prefix: 'SDT',
  fields,
  base: ['title', 'serviceId', 'teamId', 'ownerId'],
  search: ['reasonFor', 'designSummary'],
  list: ['number', 'title', 'state', 'kind', 'serviceId', 'rank', 'plannedLiveOn', 'ownerId', 'updatedAt'],
  process,
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    'internal-auditor': { view: 'all', act: 'own' },
  },
});
