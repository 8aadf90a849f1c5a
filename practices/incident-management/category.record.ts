import { each, staff } from '../../kernel/access/roles.ts';
import { no, type Rule } from '../../kernel/process/process.ts';
import { register } from '../../kernel/process/register.ts';
import { boolean, reference, starting } from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';

const fields = {
  parentId: reference('category'),
  /** The service desk can solve it alone; only these count in the first-contact resolution (0.6). */
  firstLineSolvable: starting(false, boolean()),
};
export type Category = RecordOf<typeof fields>;

const notItsOwnParent: Rule<Category> = (category, _actor, { input }) =>
  input['parentId'] === category.id ? no('incident.category_is_its_own_parent', {}, 'parentId') : undefined;

export const category = defineRecord({
  type: 'category',
  plural: 'categories',
  prefix: 'CAT',
  fields,
  base: ['title'],
  search: [],
  list: ['number', 'title', 'parentId', 'firstLineSolvable'],
  process: register<Category>({
    by: ['administrator', 'incident-manager', 'service-desk-lead'],
    fields: ['title', ...Object.keys(fields)],
    required: ['title'],
    checks: [notItsOwnParent],
  }),
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    ...each(['user', 'customer-contact'], { view: 'all', act: 'own' } as const),
  },
});
