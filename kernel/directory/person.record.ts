import { each, staff } from '../access/roles.ts';
import { register } from '../process/register.ts';
import { boolean, choice, email, starting, text, timeZone } from '../record/field.ts';
import { asAtHome } from './person.defaults.ts';
import { defineRecord, type RecordOf } from '../record/record.ts';

const fields = {
  email: email(),
  phone: text(60),
  kind: starting('staff', choice('staff', 'user', 'customer_contact', 'supplier_contact')),
  language: choice('en', 'zh-CN'),
  zone: timeZone(),
  /** An attribute, not a priority (processes.md 0.4 c). */
  vip: starting(false, boolean()),
  /** On duty: work can be routed to them. */
  available: starting(true, boolean()),
};
export type Person = RecordOf<typeof fields>;

const editable = ['title', 'orgUnitId', 'customerId', ...Object.keys(fields)];

export const person = defineRecord({
  type: 'person',
  plural: 'people',
  prefix: 'PER',
  fields,
  base: ['title', 'orgUnitId', 'customerId'],
  search: ['email'],
  list: ['number', 'title', 'email', 'kind', 'orgUnitId', 'available'],
  unique: { person_email: 'email' },
  process: register<Person>({
    by: ['administrator', 'service-desk-agent', 'service-desk-lead'],
    fields: editable,
    required: ['title'],
    neverEmpty: ['language', 'zone'],
    adds: asAtHome,
  }),
  access: {
    ...each(staff, { view: 'all', act: 'all' } as const),
    user: { view: 'own', act: 'own' },
    'customer-contact': { view: 'own', act: 'own' },
  },
});
