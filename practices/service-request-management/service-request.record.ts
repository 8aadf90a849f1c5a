import { defineRecord } from '../../kernel/record/record.ts';
import { access } from './service-request.access.ts';
import { fields } from './service-request.fields.ts';
import { process } from './service-request.process.ts';

/** 8.6.2: a standard demand, asked for with a model's form and fulfilled on its prepared path. */
export const serviceRequest = defineRecord({
  type: 'service-request',
  plural: 'service-requests',
  prefix: 'SR',
  fields,
  base: ['title', 'priority', 'serviceId', 'teamId', 'ownerId', 'requesterId', 'customerId', 'orgUnitId', 'occurredAt'],
  search: ['changeRef'],
  list: ['number', 'title', 'state', 'nextDue', 'modelId', 'beneficiaryId', 'teamId', 'ownerId', 'requesterId', 'updatedAt'],
  process,
  access,
}); // prettier-ignore
