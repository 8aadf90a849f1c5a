import { each, staff } from '../access/roles.ts';
import { register } from '../process/register.ts';
import { longText, reference, references, starting } from '../record/field.ts';
import { defineRecord, type RecordOf } from '../record/record.ts';

const fields = {
  memberIds: starting<string[]>([], references('person')),
  leadId: reference('person'),
  /** Functional escalation: L1 → L2 → L3. */
  escalatesToId: reference('team'),
  description: longText(2000),
};
export type Team = RecordOf<typeof fields>;

export const team = defineRecord({
  type: 'team',
  plural: 'teams',
  prefix: 'TEAM',
  fields,
  base: ['title', 'orgUnitId'],
  search: ['description'],
  list: ['number', 'title', 'leadId', 'memberIds', 'escalatesToId', 'orgUnitId'],
  process: register<Team>({
    by: ['administrator'],
    fields: ['title', 'orgUnitId', ...Object.keys(fields)],
    required: ['title'],
  }),
  access: each(staff, { view: 'all', act: 'all' } as const),
});
