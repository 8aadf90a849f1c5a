import type { Actor } from '../../kernel/access/actor.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { typeNamed } from '../../kernel/practice/house.ts';
import { lockRecord } from '../../kernel/record/store.ts';
import { appendEvent } from '../../kernel/trail/append.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { conflict, forbidden, invalidField } from '../../platform/http/problem.ts';
import { heldOn, inScope } from './competence.queries.ts';

/** Of campaign `c`: whom it is for, on day $2. Contractors who hold a role are among them. */
const addressees = `select r.id, r.title from person t join record r on r.id = t.id, awareness_campaign c where c.id = $1
  and ${inScope('$2::date')} and (c.audience = 'everybody' or exists (select 1 from role_holder h join record hr on hr.id = h.id
    join record hp on hp.id = h.person_id where h.person_id = r.id and h.role = any(c.audience_roles) and ${heldOn('$2::date')}))`;

export async function addresseesOf(tx: Tx, campaignId: string, day: string): Promise<readonly string[]> {
  const rows = await tx.run<{ id: string }>('campaign_addressees', addressees, [campaignId, day]);
  return rows.map(({ id }) => id);
}

export type Counts = { readonly asked: number; readonly acknowledged: number };
export async function countsOf(tx: Tx, campaignId: string, day: string): Promise<Counts> {
  const [row] = await tx.run<Counts>(
    'campaign_counts',
    `select count(*)::integer as asked, count(k.at)::integer as acknowledged from (${addressees}) a
     left join awareness_acknowledgement k on k.campaign_id = $1 and k.person_id = a.id`,
    [campaignId, day],
  );
  return row ?? { asked: 0, acknowledged: 0 };
}

export type Said = {
  readonly id: string;
  readonly name: string;
  readonly at: string | null;
  readonly contribution: string | null;
};
/** Who is asked, and who has said that they know; who has not stands first. */
export const saidOf = (tx: Tx, campaignId: string, day: string): Promise<readonly Said[]> =>
  tx.run<Said>(
    'campaign_said',
    `select a.id, a.title as name, k.at, k.contribution from (${addressees}) a
     left join awareness_acknowledgement k on k.campaign_id = $1 and k.person_id = a.id
     order by (k.at is not null), a.title limit 1000`,
    [campaignId, day],
  );

/**
 * Somebody says that they know it, and where it was asked for how they contribute. Theirs to say, so the record itself
 * stays as it is; the trail has it. Throws 404 upstream, 403 where nobody asked them, 409 when it does not run.
 */
export async function acknowledgeCampaign(
  work: Work,
  campaignId: string,
  actor: Actor & { readonly id: string },
  contribution: string | null,
  day: string,
): Promise<void> {
  const type = typeNamed(work.house, 'awareness-campaign');
  const stored = await lockRecord(work, type, { id: campaignId });
  if (!stored || stored.record.state !== 'running') throw conflict('awareness_campaign.not_running');
  const asked = await addresseesOf(work, campaignId, day);
  if (!asked.includes(actor.id)) throw forbidden('awareness_campaign.not_addressed');
  const topics = (stored.record as unknown as { topics: readonly string[] | null }).topics ?? [];
  if (topics.includes('contribution') && contribution === null)
    throw invalidField('contribution', 'awareness_campaign.contribution_needed');
  const at = new Date(work.house.now()).toISOString();
  const kept = await work.run(
    'acknowledge_campaign',
    `insert into awareness_acknowledgement (campaign_id, person_id, at, contribution) values ($1, $2, $3, $4)
     on conflict do nothing returning 1 as one`,
    [campaignId, actor.id, at, contribution],
  );
  if (kept.length === 0) return;
  await appendEvent(work, type, stored.record, 'acknowledge', actor, {
    at: work.house.now(),
    detail: { topics },
  });
}
