import { system, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act } from '../../kernel/record/act.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { taskFacts } from './service-request.facts.ts';
import { tasksToOpen } from './task.queries.ts';

type Task = BaseRecord & { readonly requestId: string | null; readonly accessId: string | null };
type Effect = (work: Work, task: Task, actor: Actor, context: Context) => Promise<void>;

/** What waited for it opens; the last one done fulfils the request, unless somebody has to say something first. */
export const goOn: Effect = async (work, { requestId }, actor, { at }) => {
  if (requestId === null) return;
  // Two last tasks done at once would each see the other one open.
  await work.run('lock_request_of_task', 'select 1 from record where id = $1 for no key update', [requestId]);
  for (const id of await tasksToOpen(work, requestId))
    await act(work, { type: 'fulfilment-task', id }, 'open', system(), {}, { at });
  const { open, done, assetsDone, assetsSkipped } = await taskFacts(work, { id: requestId });
  if (open > 0 || done === 0 || assetsSkipped > 0) return;
  const fulfiller: Actor = { ...system(actor.channel), id: actor.id, name: actor.name, language: actor.language };
  await act(
    work,
    { type: 'service-request', id: requestId },
    'fulfil',
    fulfiller,
    { assetUpdate: assetsDone > 0 ? 'updated' : 'not_affected', reason: '@service_request.reason.tasks_done' },
    { at },
  );
}; // prettier-ignore

export const recertify: Effect = async (work, { accessId }, actor, { at }) => {
  if (accessId === null) return;
  const named = { type: 'access-grant', id: accessId };
  await act(work, named, 'recertified', system(), { recertifiedById: actor.id }, { at });
};

/** A refused re-certification ends the access, and somebody takes it away. */
export const endAccess: Effect = async (work, { accessId }, _actor, { at, input }) => {
  if (accessId === null) return;
  const given = { endCode: 'refused', reason: String(input['reason']) };
  await act(work, { type: 'access-grant', id: accessId }, 'end', system(), given, { at });
};
