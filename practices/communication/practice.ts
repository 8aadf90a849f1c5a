import { definePractice } from '../../kernel/practice/practice.ts';
import { communication } from './communication.record.ts';
import { occurrence } from './occurrence.record.ts';

/** Who is told what about the system and the services, when, how and by whom; and that it was done (7.4). */
export const communicationPractice = definePractice({
  name: 'communication',
  code: 'COM',
  clauses: ['7.4'],
  records: [communication, occurrence],
  roles: [],
});
