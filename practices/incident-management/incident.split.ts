import { z } from 'zod';
import type { Actor } from '../../kernel/access/actor.ts';
import { carryAttachments } from '../../kernel/attachment/attachment.ts';
import { carryComments } from '../../kernel/comment/comment.store.ts';
import type { Work } from '../../kernel/practice/house.ts';
import type { Context } from '../../kernel/process/process.ts';
import { create } from '../../kernel/record/act.ts';
import { plain } from '../../kernel/record/field.ts';
import { invalidField } from '../../platform/http/problem.ts';
import type { Incident } from './incident.fields.ts';
import { noteIn } from './incident.trail.ts';

const chosen = z.array(z.uuid()).max(1000);
/** What the second concern is, and what of the first incident belongs to it. */
export const splitInput = {
  title: plain(200),
  symptom: plain(20_000).optional(),
  serviceId: z.uuid().optional(),
  categoryId: z.uuid().optional(),
  comments: chosen.optional(),
  attachments: chosen.optional(),
  /** The comment in which the second concern was first told, where it was not in the report. */
  toldIn: z.uuid().optional(),
} as const;
type Split = {
  readonly [K in keyof typeof splitInput]: z.output<(typeof splitInput)[K]>;
};

/** Every id that is given must be of this incident: nobody carries what they chose elsewhere. */
async function own(work: Work, incident: Incident, table: 'comment' | 'attachment', ids: readonly string[]) {
  const rows = await work.run<{ id: string; at: string }>(
    `incident_own_${table}`,
    `select id, at from ${table} where record_id = $1 and id = any($2::uuid[])`,
    [incident.id, ids],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}

async function refuseStrangers(work: Work, incident: Incident, table: 'comment' | 'attachment', field: string, ids: readonly string[]) {
  const known = await own(work, incident, table, ids);
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) throw invalidField(field, `incident.split_no_${table}`, { number: incident.number }, stranger);
  return known;
} // prettier-ignore

/**
 * A second incident out of one that told two concerns. Its clocks start when that concern was received (0.5): with the
 * report, or with the comment that told it, never with the splitting. Both trails say so.
 */
export async function splitOff(
  work: Work,
  incident: Incident,
  actor: Actor,
  context: Context,
): Promise<void> {
  const given = context.input as unknown as Split;
  const comments = given.comments ?? [];
  await refuseStrangers(work, incident, 'comment', 'comments', comments);
  await refuseStrangers(work, incident, 'attachment', 'attachments', given.attachments ?? []);
  const told = given.toldIn === undefined ? [] : [given.toldIn];
  const toldAt = [...(await refuseStrangers(work, incident, 'comment', 'toldIn', told)).values()][0];
  const note = toldAt === undefined ? 'incident.split_note.report' : 'incident.split_note.comment';
  const made = await create(
    work,
    'incident',
    actor,
    {
      title: given.title,
      channel: incident.channel ?? 'phone',
      // What an event raised has no reporter; whoever finds a second concern in it reports that.
      requesterId: incident.requesterId ?? actor.id,
      occurredAt: toldAt ?? incident.occurredAt,
      reason: context.input['reason'],
      ...filled({
        symptom: given.symptom,
        serviceId: given.serviceId,
        categoryId: given.categoryId,
        customerId: incident.customerId,
        orgUnitId: incident.orgUnitId,
        location: incident.location,
      }),
    },
    { detail: { splitFrom: incident.id, number: incident.number, note } },
  );
  const over = { from: incident.id, to: made.id, inside: false };
  if (comments.length > 0) await carryComments(work, { ...over, ids: comments });
  if (given.attachments?.length) await carryAttachments(work, { ...over, ids: given.attachments });
  await work.run('make_link', 'insert into link (from_id, kind, to_id, at, by_id) values ($1, $2, $3, $4, $5) on conflict do nothing returning kind', [
    made.id, 'split_from', incident.id, new Date(context.at).toISOString(), actor.id,
  ]); // prettier-ignore
  await noteIn(work, incident.id, 'split_off', actor, context.at, {
    to: made.id,
    number: made.number,
    carried: { comments: comments.length, attachments: given.attachments?.length ?? 0 },
  });
}

const filled = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

/** What this transaction has just split off. */
export async function justSplitOff(work: Work, incidentId: string): Promise<string> {
  const [row] = await work.run<{ number: string }>(
    'incident_just_split_off',
    `select detail ->> 'number' as number from trail_event
     where txid = pg_current_xact_id() and record_id = $1 and action = 'split_off' order by seq desc limit 1`,
    [incidentId],
  );
  if (!row) throw new Error('a split left no trace');
  return row.number;
}
