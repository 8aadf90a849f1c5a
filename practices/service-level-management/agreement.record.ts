import { defineRecord } from '../../kernel/record/record.ts';
import { agreementAccess } from './agreement.access.ts';
import { fields } from './agreement.fields.ts';
import { agreementProcess } from './agreement.process.ts';

export const agreement = defineRecord({
  type: 'agreement',
  plural: 'agreements',
  prefix: 'AGR',
  fields,
  base: ['title', 'ownerId', 'customerId', 'orgUnitId'],
  search: ['requirements', 'workloadLimits', 'exceptions', 'escalation'],
  list: [
    'number',
    'title',
    'kind',
    'state',
    'customerId',
    'serviceIds',
    'agreementVersion',
    'validFrom',
    'validTo',
    'reviewDue',
  ],
  process: agreementProcess,
  access: agreementAccess,
});
