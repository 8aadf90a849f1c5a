import { defineRecord } from '../../kernel/record/record.ts';
import { ciAccess } from './ci.access.ts';
import { fields } from './ci.fields.ts';
import { ciProcess } from './ci.process.ts';

export const ci = defineRecord({
  type: 'ci',
  plural: 'configuration-items',
  prefix: 'CI',
  fields,
  base: ['title', 'serviceId', 'ownerId', 'teamId', 'orgUnitId', 'occurredAt'],
  search: ['description', 'serialNumber', 'location', 'attributes'],
  list: ['number', 'title', 'classId', 'state', 'criticality', 'serviceId', 'location', 'ownerId'],
  register: true,
  process: ciProcess,
  access: ciAccess,
});
