import { defineRecord } from '../../kernel/record/record.ts';
import { ratingFields } from './rating.fields.ts';
import { ratingProcess } from './rating.process.ts';
import { ratingAccess } from './satisfaction.access.ts';

export const rating = defineRecord({
  type: 'rating',
  plural: 'ratings',
  prefix: 'RAT',
  fields: ratingFields,
  base: ['title', 'serviceId', 'teamId', 'ownerId', 'requesterId', 'customerId', 'orgUnitId'],
  search: ['remark'],
  list: ['number', 'score', 'title', 'state', 'remark', 'serviceId', 'teamId', 'answeredAt'],
  process: ratingProcess,
  access: ratingAccess,
});
