import { z } from 'zod';
import { askApproval, cancelApprovals } from '../../kernel/approval/approvals.ts';
import { system, type Actor } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { changeLink } from '../../kernel/link/link.ts';
import { act, create } from '../../kernel/record/act.ts';
import { approversFor, mayNotDecide } from './change.approvers.ts';
import type { Change } from './change.fields.ts';
import { addEntry, outcomes, plans, type Entry } from './change.log.ts';
import {
  approversOf,
  contactsOf,
  holdersOf,
  keepSubjectRows,
  modelOf,
  openTaskIds,
  ownersOf,
} from './change.queries.ts';
import { reviewRules } from './policy.settings.ts';
import { afterWorkingDays } from './working-days.ts';

type Effect = (work: Work, change: Change, actor: Actor, context: Context) => Promise<void>;
const named = (change: Pick<Change, 'id'>) => ({ type: 'change', id: change.id });

export const keepSubjects: Effect = (work, change) =>
  keepSubjectRows(work, change.id, change.subjectIds ?? []);

/** What was found is on the things it concerns, and somebody finds out how it came past. */
export const afterCreate: Effect = async (work, change, actor, context) => {
  await keepSubjects(work, change, actor, context);
  if (change.unauthorised === true) await openInvestigation(work, change, '@change.reason.unauthorised');
  // 8.6.2: a request whose risk has to be assessed goes on as this change, if whoever makes it may say so there.
  const number = context.input['fromRequest'];
  if (typeof number !== 'string') return;
  const given = { changeRef: change.number, reason: '@change.reason.converted' };
  await act(work, { type: 'service-request', number }, 'convert', actor, given, { at: context.at });
  await changeLink(work, named(change), actor, 'link', 'related', number);
};

/** A standard change rests on the authorisation of its model; everything else is assessed first. */
export const afterSubmit: Effect = async (work, change, actor, context) => {
  await keepSubjects(work, change, actor, context);
  if (change.category !== 'standard') return;
  const model = await modelOf(work, change.modelId);
  await act(
    work,
    named(change),
    'preauthorise',
    system(),
    {},
    { at: context.at, detail: { model: model?.number } },
  );
};

/** To those who decide at this level of risk. Whoever asked or carries it out is not among them (S2). */
export const askApprovers: Effect = async (work, change, _actor, context) => {
  await askApproval(work, {
    recordId: change.id,
    purpose: 'change',
    steps: await approversFor(work, change, context.at),
    notBy: mayNotDecide(change, context.settings),
    summary: [change.title, change.objective]
      .filter((part) => part !== null)
      .join(' – ')
      .slice(0, 1000),
  });
};

/** In a small organisation whoever asked for it may have been the one who decided: top management looks at that. */
export const afterApproval: Effect = async (work, change, _actor, context) => {
  const deciders = await approversOf(work, change);
  if (change.requesterId !== null && deciders.includes(change.requesterId))
    await act(
      work,
      named(change),
      'note_exception',
      system(),
      { reason: '@change.reason.sod' },
      { at: context.at },
    );
};

export const askNobody: Effect = async (work, change) => cancelApprovals(work, change.id);

/** Nobody will do any more what is still open. */
export const stopWork: Effect = async (work, change, _actor, { at }) => {
  await cancelApprovals(work, change.id);
  for (const id of await openTaskIds(work, change.id))
    await act(
      work,
      { type: 'change-task', id },
      'drop',
      system(),
      { reason: '@change.reason.stopped' },
      { at },
    );
};

/** [STD] Whom it concerns is told before it happens: owners of the services, who carries it out, customers, the desk. */
const tell = (kind: 'change.scheduled' | 'change.cancelled' | 'change.moved_back'): Effect => async (work, change, actor, { at }) => {
  const people = [
    ...(await ownersOf(work, change.affectedServiceIds ?? [])),
    ...(await contactsOf(work, change.affectedCustomerIds ?? [], at)),
    ...(await holdersOf(work, ['service-desk-lead'], at)),
    ...[change.requesterId, change.ownerId, change.implementerId].filter((id) => id !== null),
  ];
  await notify(work, {
    kind,
    recordId: change.id,
    personIds: people.filter((id) => id !== actor.id),
    params: { from: change.plannedStartAt ?? '', to: change.plannedEndAt ?? '' },
    key: `${change.id}:${kind}:${change.plannedStartAt ?? ''}`,
  });
}; // prettier-ignore
export const tellSchedule = tell('change.scheduled');
export const tellMovedBack = tell('change.moved_back');
export const stopAndTell: Effect = async (work, change, actor, context) => {
  await stopWork(work, change, actor, context);
  await tell('change.cancelled')(work, change, actor, context);
};

/** Whoever is said to have authorised it is asked to confirm; what nobody gave must not stand for ever. */
export const askConfirmation: Effect = async (work, change, actor, context) => {
  await keepSubjects(work, change, actor, context);
  if (change.authorisedById === null || change.authorisedById === actor.id) return;
  await notify(work, {
    kind: 'change.confirm_authorisation',
    recordId: change.id,
    personIds: [change.authorisedById],
    params: { when: change.authorisedAt ?? '', by: actor.name },
    key: `${change.id}:${change.authorisedAt ?? ''}`,
  });
};

export const logInput = {
  plan: z.enum(plans).optional(),
  step: z.int().min(1).max(100).optional(),
  outcome: z.enum(outcomes),
  note: z.string().trim().max(4000).optional(),
  happenedAt: z.iso.datetime({ offset: true }).optional(),
};

export const writeLog: Effect = (work, change, actor, { input, at }) => {
  const given = input as { plan?: Entry['plan']; step?: number; outcome: Entry['outcome']; note?: string; happenedAt?: string };
  const entry: Entry = {
    plan: given.plan ?? 'implementation',
    step: given.step ?? null,
    outcome: given.outcome,
    note: given.note === undefined || given.note === '' ? null : given.note,
    at: new Date(given.happenedAt ?? at).toISOString(),
  };
  return addEntry(work, change.id, entry, actor.id, at);
}; // prettier-ignore

/** [STD] What did not succeed is investigated. A model whose change failed is not pre-authorised any more until then. */
export const investigate: Effect = async (work, change, _actor, context) => {
  await openInvestigation(work, change, '@change.reason.failed');
  const model = change.category === 'standard' ? await modelOf(work, change.modelId) : undefined;
  if (model?.state === 'in_force')
    await act(
      work,
      { type: 'change-model', id: model.id },
      'suspend',
      system(),
      { reason: '@change.reason.model_failed' },
      { at: context.at, detail: { change: change.number } },
    );
};

async function openInvestigation(work: Work, change: Change, reason: string): Promise<void> {
  const { reference } = work.house;
  const now = work.house.now();
  const { investigationWithin } = reference.settings.get(reviewRules).value;
  await create(
    work,
    'change-task',
    system(),
    {
      title: change.title,
      kind: 'investigation',
      changeId: change.id,
      ownerId: change.ownerId,
      teamId: change.teamId,
      serviceId: change.serviceId,
      dueAt: new Date(afterWorkingDays(reference, now, investigationWithin)).toISOString(),
      reason,
    },
    { detail: { change: change.number } },
  );
}

/** The reviewer is told that it is their turn. */
export const tellReviewer: Effect = async (work, change, actor) => {
  if (change.reviewerId === null || change.reviewerId === actor.id) return;
  await notify(work, {
    kind: 'change.review_asked',
    recordId: change.id,
    personIds: [change.reviewerId],
    key: `${change.id}:${change.reviewerId}`,
  });
};
