import { system } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { act } from '../../kernel/record/act.ts';

export const openTasksOf = async (work: Work, requestId: string): Promise<string[]> =>
  (
    await work.run<{ id: string }>(
      'open_tasks_of_request',
      `select t.id from fulfilment_task t join record r on r.id = t.id
       where t.request_id = $1 and t.kind = 'fulfilment' and r.open order by t.position`,
      [requestId],
    )
  ).map((row) => row.id);

export async function skipTasks(
  work: Work,
  ids: readonly string[],
  reason: string,
  at: number,
): Promise<void> {
  for (const id of ids)
    await act(work, { type: 'fulfilment-task', id }, 'drop', system(), { reason }, { at });
}

/** Tasks of this request that wait for nothing any more. */
export const tasksToOpen = async (work: Work, requestId: string): Promise<string[]> =>
  (
    await work.run<{ id: string }>(
      'tasks_to_open',
      `select t.id from fulfilment_task t join record r on r.id = t.id
       where t.request_id = $1 and r.state = 'waiting' and not exists (
         select 1 from fulfilment_task b join record br on br.id = b.id
         where b.request_id = t.request_id and t.after_keys ? b.task_key and br.open)
       order by t.position`,
      [requestId],
    )
  ).map((row) => row.id);

/** Reviews of this access that somebody still owes. */
export const openReviewsOf = async (work: Work, accessId: string): Promise<string[]> =>
  (
    await work.run<{ id: string }>(
      'open_access_reviews',
      `select t.id from fulfilment_task t join record r on r.id = t.id
       where t.access_id = $1 and t.kind = 'recertification' and r.open`,
      [accessId],
    )
  ).map((row) => row.id);
