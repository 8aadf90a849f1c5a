import { each, staff } from '../../kernel/access/roles.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields } from './nonconformity.fields.ts';
import { process } from './nonconformity.process.ts';

/** 10.1: something that was demanded is not met; put right, its cause removed, and seen not to come back. */
export const nonconformity = defineRecord({
  type: 'nonconformity',
  plural: 'nonconformities',
  prefix: 'NCF',
  fields,
  base: ['title', 'ownerId', 'serviceId', 'orgUnitId', 'occurredAt'],
  search: ['description', 'rootCause', 'correction', 'ownRule'],
  list: ['number', 'title', 'state', 'grade', 'origin', 'requirement', 'ownerId', 'dueOn', 'updatedAt'],
  process,
  access: each(staff, { view: 'all', act: 'all' } as const),
});
