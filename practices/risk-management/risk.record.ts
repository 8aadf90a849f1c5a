import { each, staff } from '../../kernel/access/roles.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields } from './risk.fields.ts';
import { riskProcess } from './risk.process.ts';

/** 6.1: a risk or an opportunity, how large it is, what is done about it, and what is left. */
export const risk = defineRecord({
  type: 'risk',
  plural: 'risks',
  prefix: 'RSK',
  fields,
  base: ['title', 'ownerId', 'orgUnitId'],
  search: ['cause', 'event', 'consequence', 'customerImpact', 'treatmentPlan'],
  list: ['number', 'title', 'state', 'kind', 'category', 'score', 'rating', 'residualScore', 'residualRating', 'treatment', 'ownerId', 'reviewDueOn'],
  register: true,
  process: riskProcess,
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    'internal-auditor': { view: 'all', act: 'own' },
  },
}); // prettier-ignore
