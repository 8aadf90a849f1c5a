import { roles } from '../access/roles.ts';
import { definePractice } from '../practice/practice.ts';
import { calendar } from './calendar.record.ts';
import { organisation } from './organisation.record.ts';
import { person } from './person.record.ts';
import { roleHolder } from './role-holder.record.ts';
import { team } from './team.record.ts';

/** Who there is, where they belong, what they may do and when they work: what every practice points to. */
export const directory = definePractice({
  name: 'directory',
  code: 'DIR',
  clauses: ['5.3', '7.2'],
  records: [person, team, organisation, roleHolder, calendar],
  roles: [...roles],
});
