import { each, staff } from '../../kernel/access/roles.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields } from './improvement.fields.ts';
import { process } from './improvement.process.ts';

/** 10.2: an opportunity, what was decided about it and why, and whether it became better. */
export const improvement = defineRecord({
  type: 'improvement',
  plural: 'improvements',
  prefix: 'IMP',
  fields,
  base: ['title', 'priority', 'ownerId', 'serviceId', 'orgUnitId'],
  search: ['description', 'objective', 'claimedBenefit', 'foundBenefit'],
  list: ['number', 'title', 'priority', 'state', 'score', 'origin', 'ownerId', 'targetOn', 'attainment', 'updatedAt'],
  process,
  access: each(staff, { view: 'all', act: 'all' } as const),
}); // prettier-ignore
