import { z } from 'zod';
import { mayAct } from '../../kernel/access/access.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { carryAttachments } from '../../kernel/attachment/attachment.ts';
import { carryComments } from '../../kernel/comment/comment.store.ts';
import { typeNamed, type Work } from '../../kernel/practice/house.ts';
import type { Context, Input } from '../../kernel/process/process.ts';
import type { BaseRecord } from '../../kernel/record/base.ts';
import { conflict, invalidField } from '../../platform/http/problem.ts';
import { linkToParent } from './incident.actions.ts';
import { handlers, type Incident } from './incident.fields.ts';
import { noteIn } from './incident.trail.ts';

/** What goes over to the incident that counts; everything unless it is said. */
export const carrySchema = z
  .strictObject({ comments: z.boolean(), attachments: z.boolean(), links: z.boolean() })
  .partial();

/** Each incident keeps its own links to its family; the others say the same of the one that counts. */
export const carriedLinks = ['related', 'caused_by', 'depends_on', 'solved_by'];

type Other = Pick<
  BaseRecord,
  'id' | 'type' | 'number' | 'state' | 'ownerId' | 'requesterId' | 'createdBy' | 'teamId' | 'customerId' | 'orgUnitId' | 'closedAt'
>; // prettier-ignore

/** The record that something is carried to, locked until it is there. */
async function target(work: Work, id: string): Promise<Other | undefined> {
  const [row] = await work.run<Other>(
    'incident_merge_target',
    `select id, type, number, state, owner_id as "ownerId", requester_id as "requesterId", created_by as "createdBy",
       team_id as "teamId", customer_id as "customerId", org_unit_id as "orgUnitId", closed_at as "closedAt"
     from record where id = $1 for no key update`,
    [id],
  );
  return row;
}

/** What somebody said to us about their own report is not for another reporter to read: it goes over as internal. */
export const staysInside = (from: Pick<Incident, 'requesterId'>, into: Pick<Incident, 'requesterId'>) =>
  from.requesterId === null || from.requesterId !== into.requesterId;

/** Two reports of one fault become one: what was said and sent goes over, both trails say so, and nothing is lost here. */
export async function mergeInto(
  work: Work,
  incident: Incident,
  actor: Actor,
  context: Context,
): Promise<void> {
  const into = incident.parentId === null ? undefined : await target(work, incident.parentId);
  if (!into) return;
  if (into.closedAt !== null) throw conflict('incident.merge_into_closed', { parent: into.number });
  if (!mayAct(typeNamed(work.house, 'incident').access, actor, handlers, into))
    throw invalidField('parentId', 'incident.merge_not_yours', { parent: into.number });
  await linkToParent(work, incident, actor, context);
  const carried = await carry(work, incident, into, actor, context.input);
  await noteIn(work, into.id, 'merged_in', actor, context.at, {
    from: incident.id,
    number: incident.number,
    carried,
  });
  work.touched.add('incident');
}

async function carry(work: Work, incident: Incident, into: Other, actor: Actor, input: Input) {
  const wanted = (input['carry'] ?? {}) as z.output<typeof carrySchema>;
  const over = { from: incident.id, to: into.id, inside: staysInside(incident, into) };
  const comments = wanted.comments === false ? [] : await carryComments(work, over);
  const attachments = wanted.attachments === false ? [] : await carryAttachments(work, over);
  const links =
    wanted.links === false
      ? []
      : await work.run<{ id: string }>(
          'incident_merge_links',
          `insert into link (from_id, kind, to_id, at, by_id)
           select case when l.from_id = $1 then $2 else l.from_id end, l.kind, case when l.to_id = $1 then $2 else l.to_id end, l.at, $4
           from link l where (l.from_id = $1 or l.to_id = $1) and l.kind = any($3::text[]) and $2 not in (l.from_id, l.to_id)
           on conflict do nothing returning to_id as id`,
          [incident.id, into.id, carriedLinks, actor.id],
        );
  return { comments: comments.length, attachments: attachments.length, links: links.length };
}
