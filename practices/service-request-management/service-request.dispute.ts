import type { Actor } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { holdersOf } from './asker.queries.ts';
import type { ServiceRequest } from './service-request.fields.ts';

/** The process owner, in the field's small organisations its lead. */
export const deciders = ['service-desk-lead', 'incident-manager'] as const;

export const notDisputedYet: Rule<ServiceRequest> = (request) =>
  request.disputedAt === null ? undefined : no('request.disputed_already');
export const isDisputed: Rule<ServiceRequest> = (request) =>
  request.disputedAt === null ? no('request.not_disputed') : undefined;
/** Nobody judges their own case. */
export const notOwnDispute: Rule<ServiceRequest> = (request, actor) =>
  request.ownerId !== null && request.ownerId === actor.id ? no('request.own_dispute') : undefined;

/** 5.3: who has to fulfil it is for the process owner to decide; until then whoever has it keeps it. */
export async function informDeciders(
  work: Work,
  request: ServiceRequest,
  actor: Actor,
  { input }: Context,
): Promise<void> {
  const leads = await holdersOf(work, deciders[0]);
  const people = leads.some((id) => id !== actor.id) ? leads : await holdersOf(work, deciders[1]);
  await notify(work, {
    kind: 'service_request.disputed',
    recordId: request.id,
    personIds: people.filter((id) => id !== actor.id),
    params: { by: actor.name, text: String(input['reason']) },
  });
}
