import { each, staff } from '../../kernel/access/roles.ts';
import { defineProcess, type Action } from '../../kernel/process/process.ts';
import { defineRecord } from '../../kernel/record/record.ts';
import { fields, type CiClassRecord } from './class.fields.ts';
import {
  attributesFit,
  keyForm,
  kindsStay,
  noCircle,
  nothingUsesIt,
  relationsNameClasses,
} from './class.rules.ts';
import { ciClasses } from './class.snapshot.ts';
import { keepers } from './ci.access.ts';

const all = ['title', ...Object.keys(fields)];
// Read, not remembered: a set of classes that name one another is made in one transaction.
const facts: Action<CiClassRecord>['facts'] = async (work) => ({ classes: await ciClasses.load(work) });

/** What kinds of things are under control, and what is kept of each: the organisation's own arrangement. */
export const ciClass = defineRecord({
  type: 'ci-class',
  plural: 'ci-classes',
  prefix: 'CLS',
  fields,
  base: ['title'],
  search: ['key', 'titleZh', 'description'],
  list: ['number', 'title', 'titleZh', 'key', 'parentId', 'abstract', 'uniqueNames'],
  unique: { ci_class_key: 'key' },
  process: defineProcess<CiClassRecord>()({
    states: { active: 'active', inactive: 'closed' },
    initial: 'active',
    create: {
      by: keepers,
      fields: all,
      required: ['title', 'titleZh', 'key'],
      facts,
      factsLockNothing: true,
      checks: [keyForm, noCircle, attributesFit, relationsNameClasses],
    },
    edit: {
      from: ['active'],
      by: keepers,
      // Files, relations of other classes and baselines name a class by its key.
      fields: all.filter((key) => key !== 'key'),
      required: ['title', 'titleZh'],
      facts,
      checks: [noCircle, attributesFit, kindsStay, relationsNameClasses],
    },
    transitions: {
      deactivate: {
        from: ['active'],
        to: 'inactive',
        by: keepers,
        facts: async (work, record) => {
          const [row] = await work.run<{ items: number; below: number }>(
            'ci_class_use',
            `select (select count(*)::int from ci join record r on r.id = ci.id where ci.class_id = $1 and r.open) as items,
               (select count(*)::int from ci_class c join record r on r.id = c.id where c.parent_id = $1 and r.open) as below`,
            [record.id],
          );
          return row ?? { items: 0, below: 0 };
        },
        checks: [nothingUsesIt],
      },
      reactivate: { from: ['inactive'], to: 'active', by: keepers },
    },
    clocks: {},
  }),
  access: each(staff, { view: 'all', act: 'all' } as const),
});
