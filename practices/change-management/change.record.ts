import { defineRecord } from '../../kernel/record/record.ts';
import { access } from './change.access.ts';
import { fields } from './change.fields.ts';
import { process } from './change.process.ts';

/** 8.5.1: what is to be different, assessed, authorised, carried out with a way back, and looked back upon. */
export const change = defineRecord({
  type: 'change',
  plural: 'changes',
  prefix: 'CHG',
  fields,
  base: ['title', 'serviceId', 'teamId', 'ownerId', 'requesterId', 'customerId', 'orgUnitId', 'occurredAt'],
  search: ['purpose', 'objective', 'scope'],
  list: ['number', 'title', 'state', 'category', 'riskLevel', 'plannedStartAt', 'plannedEndAt', 'serviceId', 'implementerId', 'ownerId', 'nextDue', 'updatedAt'],
  process,
  access,
}); // prettier-ignore
