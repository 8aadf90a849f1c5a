import { defineRecord } from '../../kernel/record/record.ts';
import { inside } from './reporting.roles.ts';
import { fields } from './service-report.fields.ts';
import { process } from './service-report.process.ts';

/** 9.4: one report of one period, as its readers were given it. A customer's people see their own, from when it is issued. */
export const serviceReport = defineRecord({
  type: 'service-report',
  plural: 'service-reports',
  prefix: 'RPT',
  fields,
  base: ['title', 'ownerId', 'customerId', 'serviceId'],
  search: ['commentary', 'proposals'],
  list: ['number', 'title', 'state', 'audience', 'periodTo', 'dueOn', 'ownerId', 'issuedAt'],
  process,
  access: {
    ...inside,
    'customer-contact': {
      view: 'customer',
      act: 'customer',
      states: ['issued', 'reviewed', 'told', 'closed'],
    },
  },
});
