import { defineRecord } from '../../kernel/record/record.ts';
import { ciAccess } from './ci.access.ts';
import { fields } from './difference.fields.ts';
import { differenceProcess } from './difference.process.ts';

export const difference = defineRecord({
  type: 'difference',
  plural: 'differences',
  prefix: 'DIF',
  fields,
  base: ['title', 'ownerId', 'serviceId'],
  search: ['ref', 'origin'],
  list: ['number', 'title', 'kind', 'state', 'field', 'origin', 'ciId', 'firstSeenAt', 'lastSeenAt'],
  unique: { difference_subject: 'subjectKey' },
  process: differenceProcess,
  access: ciAccess,
});
