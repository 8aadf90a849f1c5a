import { each, roles, staff } from '../access/roles.ts';
import { no, type Rule } from '../process/process.ts';
import { register } from '../process/register.ts';
import { choice, date, reference, texts } from '../record/field.ts';
import { clause, process } from '../../standard/clause.ts';
import { defineRecord, type RecordOf } from '../record/record.ts';

const fields = {
  personId: reference('person'),
  role: choice(...roles),
  /** Only for this unit and what is below it; empty: everywhere. */
  unitId: reference('organisation'),
  /** Only what belongs to these clauses and processes; both empty: everything. */
  clauses: texts(clause, 100),
  processes: texts(process, 60),
  validFrom: date(),
  validTo: date(),
};
export type RoleHolder = RecordOf<typeof fields>;

/** 5.3: a role is held from one date to another, so that "who was incident manager in March?" has an answer. */
const datesInOrder: Rule<RoleHolder> = (holder, _actor, { input }) => {
  const from = input['validFrom'] ?? holder.validFrom;
  const to = input['validTo'] ?? holder.validTo;
  return typeof from === 'string' && typeof to === 'string' && to < from
    ? no('problem.dates_reversed', { from, to }, 'validTo')
    : undefined;
};

export const roleHolder = defineRecord({
  type: 'role-holder',
  plural: 'role-holders',
  prefix: 'ROLE',
  fields,
  base: ['title'],
  search: [],
  list: ['number', 'title', 'personId', 'role', 'unitId', 'validFrom', 'validTo'],
  process: register<RoleHolder>({
    by: ['administrator'],
    fields: ['title', ...Object.keys(fields)],
    required: ['title', 'personId', 'role', 'validFrom'],
    fixed: ['personId', 'role'],
    checks: [datesInOrder],
  }),
  access: each(staff, { view: 'all', act: 'all' } as const),
});
