import type { ChainPart } from '../chain/part.ts';
import { definePracticeServer } from '../practice/practice-server.ts';
import { measures } from './action-item.measures.ts';
import { actions } from './practice.ts';

/** What was decided to be done about a record belongs to its story. */
const chain: ChainPart = {
  through: ['action-item'],
  edges: [
    `select id as from_id, source_id as to_id, 'follows_from' as kind from action_item
     where source_id is not null and id = any($1::uuid[])`,
    `select id, source_id, 'follows_from' from action_item where source_id = any($1::uuid[])`,
  ],
};

export const actionsServer = definePracticeServer({
  practice: actions,
  // Whatever it follows from, something was to be done about it by a day.
  planned: [
    { type: 'action-item', field: 'dueOn', clause: '10.1', owed: ['open'], done: ['done', 'verified'] },
  ],
  measures,
  chain,
});
