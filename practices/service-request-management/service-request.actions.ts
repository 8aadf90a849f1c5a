import { askApproval, cancelApprovals } from '../../kernel/approval/approvals.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { act, create } from '../../kernel/record/act.ts';
import { addMonths } from './days.ts';
import { approversOf, stepsFor } from './approvers.ts';
import { personOf } from './asker.queries.ts';
import type { Language } from './form.ts';
import { factsOf } from './form.said.ts';
import { modelOf } from './request-model.queries.ts';
import type { ServiceRequest } from './service-request.fields.ts';
import { openTasksOf, skipTasks } from './task.queries.ts';

type Effect = (work: Work, request: ServiceRequest, actor: Actor, context: Context) => Promise<void>;
const named = (request: Pick<ServiceRequest, 'id'>) => ({ type: 'service-request', id: request.id });
const since = ({ at }: Context) => ({ at });

/** Asked for: to those who must approve, or at once to those who fulfil. */
export const proceed: Effect = async (work, request, _actor, context) => {
  if (request.state !== 'submitted') return;
  const model = await modelOf(work, request.modelId);
  if (!model) return;
  const steps = stepsFor(model, request.costCents, context.settings);
  if (steps.length === 0) return begin(work, request, context);
  await act(work, named(request), 'ask_approval', system(), {}, since(context));
  await askApproval(work, {
    recordId: request.id,
    purpose: 'request',
    steps: await approversOf(work, model, steps, request.beneficiaryId),
    notBy: [request.requesterId, request.beneficiaryId].filter((id) => id !== null),
    facts: await factsOf(work, request),
  });
};

export const afterApproval: Effect = (work, request, _actor, context) => begin(work, request, context);

/** Where the risk must be assessed first, the request waits for its conversion to a change instead. */
async function begin(work: Work, request: ServiceRequest, context: Context): Promise<void> {
  if (request.needsChange === true) return;
  await act(work, named(request), 'begin', system(), {}, since(context));
}

/** The tasks of the model, in the words of whoever asked for it: those that wait for nothing are open at once. */
export const makeTasks: Effect = async (work, request, _actor, context) => {
  const model = await modelOf(work, request.modelId);
  const language = await languageHere(work);
  for (const [position, task] of (model?.tasks ?? []).entries()) {
    const after = task.after ?? [];
    await create(
      work,
      'fulfilment-task',
      system(),
      {
        title: task.title[language],
        kind: 'fulfilment',
        requestId: request.id,
        taskKey: task.key,
        afterKeys: after,
        position,
        description: task.description?.[language] ?? null,
        updatesAssets: task.updatesAssets === true,
        modelId: request.modelId,
        targetMinutes: task.targetHours === undefined ? null : task.targetHours * 60,
        calendarId: request.calendarId,
        teamId: task.teamId ?? request.teamId,
        serviceId: request.serviceId,
        priority: request.priority,
        customerId: request.customerId,
        orgUnitId: request.orgUnitId,
      },
      { at: context.at, detail: { request: request.number } },
    );
  }
};

/** The organisation works in one language; it is that of most who fulfil. */
async function languageHere(work: Work): Promise<Language> {
  const [row] = await work.run<{ language: Language }>(
    'request_language',
    `select language from person where kind = 'staff' group by language order by count(*) desc, language limit 1`,
  );
  return row?.language ?? 'en';
}

/** What nobody will do any more is not waited for: neither approvals nor tasks. */
export const stopWork: Effect = async (work, request, _actor, context) => {
  await cancelApprovals(work, request.id);
  await skipTasks(work, await openTasksOf(work, request.id), '@service_request.reason.stopped', context.at);
};

/** Access that was given stands as a record of its own from now on, with its end and its next review. */
export const registerAccess: Effect = async (work, request, _actor, context) => {
  const model = await modelOf(work, request.modelId);
  if (model?.grantsAccess !== true || request.accessUntil === null) return;
  const [before] = await work.run(
    'access_of_request',
    `select 1 from access_grant a join record r on r.id = a.id where a.request_id = $1 and r.open`,
    [request.id],
  );
  // A reopened request has given its access already.
  if (before) return;
  const today = new Date(context.at).toISOString().slice(0, 10);
  const months = model.recertifyMonths ?? 6;
  const person = await personOf(work, request.beneficiaryId, context.at);
  await create(
    work,
    'access-grant',
    system(),
    {
      title: `${request.title} · ${person?.title ?? ''}`.slice(0, 200),
      requestId: request.id,
      modelId: request.modelId,
      personId: request.beneficiaryId,
      requesterId: request.beneficiaryId,
      until: request.accessUntil,
      recertifyMonths: months,
      recertifyDue: [addMonths(today, months), request.accessUntil].toSorted()[0],
      ownerId: model.ownerId,
      teamId: request.teamId,
      serviceId: request.serviceId,
      customerId: request.customerId,
      orgUnitId: request.orgUnitId,
    },
    since(context),
  );
};
