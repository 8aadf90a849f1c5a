import { each, roles, staff } from '../access/roles.ts';
import { defineProcess, no, type Action, type Rule } from '../process/process.ts';
import { choice, date, integer } from '../record/field.ts';
import { defineRecord, type RecordOf } from '../record/record.ts';

const fields = {
  /** For holders of this role; with a team, for its members; with neither, for everybody. */
  role: choice(...roles),
  hourlyCents: integer(0, 100_000_000),
  currency: choice('CNY', 'EUR', 'USD', 'HKD'),
  validFrom: date(),
  validTo: date(),
};
type TimeRate = RecordOf<typeof fields>;

const by = ['administrator', 'sms-manager'];
const all = ['title', 'teamId', ...Object.keys(fields)];
const required = ['title', 'hourlyCents', 'currency', 'validFrom'];

const datesInOrder: Rule<TimeRate> = (rate, _actor, { input }) => {
  const { validFrom: from, validTo: to } = { ...rate, ...input } as TimeRate;
  return typeof from === 'string' && typeof to === 'string' && to < from
    ? no('problem.dates_reversed', { from, to }, 'validTo')
    : undefined;
};

/** Costs that were booked by it stay as they are: another price is another rate, from another day. */
const endable: Action<TimeRate>['fields'] = ['title', 'validTo'];

/** What an hour of somebody costs, from one day to another (8.4.1). */
export const timeRate = defineRecord({
  type: 'time-rate',
  plural: 'time-rates',
  prefix: 'RATE',
  fields,
  base: ['title', 'teamId'],
  search: [],
  list: ['number', 'title', 'teamId', 'role', 'hourlyCents', 'currency', 'validFrom', 'validTo'],
  process: defineProcess<TimeRate>()({
    states: { active: 'active', inactive: 'closed' },
    initial: 'active',
    create: { by, fields: all, required, checks: [datesInOrder] },
    edit: { from: ['active'], by, fields: endable, required: ['title'], checks: [datesInOrder] },
    transitions: {
      deactivate: { from: ['active'], to: 'inactive', by },
      reactivate: { from: ['inactive'], to: 'active', by },
    },
    clocks: {},
  }),
  access: each(staff, { view: 'all', act: 'all' } as const),
});
