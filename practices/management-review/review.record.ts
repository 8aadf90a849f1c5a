import { each, staff } from '../../kernel/access/roles.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields } from './review.fields.ts';
import { process } from './review.process.ts';

const leaders = ['sms-manager', 'top-management'] as const;

/** 9.3: top management looks at the system by what the data say, concludes, decides, and signs. */
export const managementReview = defineRecord({
  type: 'management-review',
  plural: 'management-reviews',
  prefix: 'MRV',
  fields,
  base: ['title', 'ownerId'],
  search: ['discussion'],
  list: ['number', 'title', 'state', 'plannedOn', 'heldOn', 'chairId', 'periodFrom', 'periodTo', 'signedAt'],
  process,
  access: {
    ...each(staff, { view: 'all', act: 'none' } as const),
    ...each(leaders, { view: 'all', act: 'all' } as const),
  },
});
