import { defineRecord } from '../../kernel/record/record.ts';
import { access } from './problem.access.ts';
import { fields } from './problem.fields.ts';
import { process } from './problem.process.ts';

/** 8.6.3: the cause of one or more actual or potential incidents; a known error once its cause and a workaround are known. */
export const problem = defineRecord({
  type: 'problem',
  plural: 'problems',
  prefix: 'PRB',
  fields,
  base: ['title', 'priority', 'serviceId', 'teamId', 'ownerId', 'orgUnitId', 'occurredAt'],
  search: ['description', 'rootCause', 'workaround', 'ci'],
  list: ['number', 'title', 'priority', 'state', 'serviceId', 'ownerId', 'incidentCount', 'updatedAt'],
  process,
  access,
});
