import { definePracticeServer } from '../practice/practice-server.ts';
import { measures } from './action-item.measures.ts';
import { actions } from './practice.ts';

export const actionsServer = definePracticeServer({ practice: actions, measures });
