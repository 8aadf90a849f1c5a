import { definePractice } from '../../kernel/practice/practice.ts';
import { appointment } from './appointment.record.ts';
import { roleDefinition } from './role-definition.record.ts';
import { smsProcess } from './sms-process.record.ts';

/** Which processes there are, who is accountable, and who was given which authority (4.4, 5.2, 5.3). */
export const rolesAndAuthorities = definePractice({
  name: 'roles-and-authorities',
  code: 'ORG',
  clauses: ['4.4', '5.2.1', '5.2.2', '5.3'],
  records: [smsProcess, roleDefinition, appointment],
  roles: [],
});
