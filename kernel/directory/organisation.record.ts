import { each, staff } from '../access/roles.ts';
import { register } from '../process/register.ts';
import { choice, reference, starting, text, timeZone } from '../record/field.ts';
import { defineRecord, type RecordOf } from '../record/record.ts';

const fields = {
  kind: starting('own_unit', choice('own_unit', 'branch', 'customer', 'supplier')),
  parentId: reference('organisation'),
  zone: timeZone(),
  contact: text(200),
};
export type Organisation = RecordOf<typeof fields>;

export const organisation = defineRecord({
  type: 'organisation',
  plural: 'organisations',
  prefix: 'ORG',
  fields,
  base: ['title'],
  search: ['contact'],
  list: ['number', 'title', 'kind', 'parentId', 'zone'],
  process: register<Organisation>({
    by: ['administrator'],
    fields: ['title', ...Object.keys(fields)],
    required: ['title', 'kind'],
  }),
  access: { ...each(staff, { view: 'all', act: 'all' } as const) },
});
