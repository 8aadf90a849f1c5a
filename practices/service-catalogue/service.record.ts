import { defineRecord } from '../../kernel/record/record.ts';
import { serviceAccess } from './service.access.ts';
import { fields } from './service.fields.ts';
import { serviceProcess } from './service.process.ts';

export const service = defineRecord({
  type: 'service',
  plural: 'services',
  prefix: 'SVC',
  fields,
  base: ['title', 'ownerId', 'orgUnitId'],
  search: ['description', 'outcome', 'audience', 'contact'],
  list: ['number', 'title', 'state', 'criticality', 'ownerId', 'audience', 'reviewedAt'],
  process: serviceProcess,
  access: serviceAccess,
});
