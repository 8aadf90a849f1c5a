import { staff } from '../../kernel/access/roles.ts';
import { defineProcess, no, type Rule } from '../../kernel/process/process.ts';
import {
  boolean,
  choice,
  choices,
  integer,
  level,
  longText,
  reference,
  starting,
} from '../../kernel/record/field.ts';
import { defineRecord, type RecordOf } from '../../kernel/record/record.ts';
import { leaders, open } from './competence.access.ts';

/** The first three are those that everybody in the system needs; `awareness` is for newcomers. */
const courseKinds = [
  'standard_interpretation',
  'process_operation',
  'case_analysis',
  'awareness',
  'tool',
  'other',
] as const;

const fields = {
  kind: choice(...courseKinds),
  aim: longText(2000),
  content: longText(20_000),
  /** What participants can do afterwards: something that can be seen. */
  ableTo: longText(2000),
  effectMethod: longText(2000),
  roles: starting<(typeof staff)[number][]>([], choices(...staff)),
  forEverybody: starting(false, boolean()),
  competenceId: reference('competence'),
  givesLevel: level(1, 3),
  hours: integer(1, 400),
  checkAfterDays: starting(30, integer(1, 365)),
  repeatMonths: integer(1, 60),
};
export type TrainingCourse = RecordOf<typeof fields>;

const isForSomebody: Rule<TrainingCourse> = (course, _actor, { input }) => {
  const after = { ...course, ...input } as TrainingCourse;
  return after.forEverybody === true || (after.roles ?? []).length > 0
    ? undefined
    : no('training_course.for_nobody', {}, 'roles');
};

const about = ['title', 'ownerId', ...Object.keys(fields)];

const process = defineProcess<TrainingCourse>()({
  states: { draft: 'new', offered: 'active', retired: 'closed' },
  initial: 'draft',
  create: { by: leaders, fields: about, required: ['title', 'kind'] },
  edit: { from: ['draft', 'offered'], by: leaders, fields: about, required: ['title', 'kind'] },
  transitions: {
    offer: {
      from: ['draft'],
      to: 'offered',
      by: leaders,
      fields: ['aim', 'ableTo', 'effectMethod', 'ownerId', 'hours'],
      required: ['aim', 'ableTo', 'effectMethod', 'ownerId', 'hours'],
      checks: [isForSomebody],
    },
    retire: { from: ['draft', 'offered'], to: 'retired', by: leaders, requires: ['reason'] },
  },
  clocks: {},
});

/** 7.2: something that can be learnt here, and how it is seen that it was. */
export const trainingCourse = defineRecord({
  type: 'training-course',
  plural: 'training-courses',
  prefix: 'CRS',
  fields,
  base: ['title', 'ownerId'],
  search: ['aim', 'content', 'ableTo'],
  list: ['number', 'title', 'state', 'kind', 'hours', 'forEverybody', 'roles', 'ownerId'],
  register: true,
  process,
  access: open,
});
