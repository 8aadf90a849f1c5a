import { definePractice } from '../../kernel/practice/practice.ts';
import { change } from './change.record.ts';
import { cabMeeting } from './cab-meeting.record.ts';
import { changeFreeze } from './change-freeze.record.ts';
import { changeModel } from './change-model.record.ts';
import { changeTask } from './change-task.record.ts';
import { changeTrend } from './change-trend.record.ts';

/*
 * Seams for other practices: `authorisedStates` (in which of its states a change covers what is done in its name),
 * `coveredBy` (does this change, now, cover this record?) and `recordFound` (something was changed past this process).
 * A change points to its things by `change_subject(change_id, record_id)`; its window is `planned_start_at` and
 * `planned_end_at` of table `change`, used by the GiST index `change_window`. What else is planned in windows joins the check by `alsoCollides` and the calendar by
 * `alsoScheduled`. A problem points to the change that solves
 * it by the link `solved_by`, an incident to the change that caused it by `caused_by`, a release to its changes by
 * `related`.
 */
export { authorisedStates, type Change } from './change.fields.ts';
export { alsoCollides } from './change.collisions.ts';
export { alsoScheduled } from './schedule.sources.ts';
export type { Chosen, Marked } from './schedule.queries.ts';
export type { Candidate, Wanted } from './collision.types.ts';
export { coveredBy, recordFound } from './change.seams.ts';

/** 8.5.1: everything that changes is assessed, authorised, carried out with a way back, and reviewed. */
export const changeManagement = definePractice({
  name: 'change-management',
  code: 'CHG',
  clauses: ['8.5.1', '8.5.1.1', '8.5.1.2', '8.5.1.3'],
  records: [change, changeModel, changeTask, changeTrend, changeFreeze, cabMeeting],
  roles: ['change-manager', 'cab-member', 'ecab-member'],
});
