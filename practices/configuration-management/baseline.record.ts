import { each, staff } from '../../kernel/access/roles.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields } from './baseline.fields.ts';
import { baselineProcess } from './baseline.process.ts';

export const baseline = defineRecord({
  type: 'baseline',
  plural: 'baselines',
  prefix: 'BL',
  fields,
  base: ['title'],
  search: ['purpose'],
  list: ['number', 'title', 'scope', 'state', 'items', 'relations', 'takenById', 'takenAt'],
  register: true,
  process: baselineProcess,
  access: each(staff, { view: 'all', act: 'all' } as const),
});
