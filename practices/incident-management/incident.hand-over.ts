import { no, type Context, type Rule } from '../../kernel/process/process.ts';
import { notify } from '../../kernel/notification/notify.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { begin } from '../../kernel/record/act.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import type { Incident } from './incident.fields.ts';
import { handOverHours } from './incident.settings.ts';

/**
 * 5.3: whoever is named by somebody else has not said yet that they have it. Until they take it up, work on it or dispute
 * it, the hand-over stands open. What was imported was handed over elsewhere.
 */
export const handedOver = (ownerId: string | null, actor: Actor, { at }: Context) =>
  ownerId === null || ownerId === actor.id || actor.channel === 'import' ? null : new Date(at).toISOString();

export const isHandedToMe: Rule<Incident> = (incident, actor) =>
  incident.handedOverAt !== null && incident.ownerId === actor.id
    ? undefined
    : no('incident.not_handed_to_you');

type Open = {
  readonly id: string;
  readonly number: string;
  readonly since: string;
  readonly owner: string;
  readonly people: readonly string[];
};

/** Nobody is told twice of the same hand-over, so who was told already is left out here. */
const openHandOvers = (tx: Tx, before: string) =>
  tx.run<Open>(
    'incident_hand_overs_open',
    `select r.id, r.number, i.handed_over_at as since, o.title as owner,
       array_remove(array[r.owner_id, t.lead_id], null) as people
     from incident i join record r on r.id = i.id and r.open join record o on o.id = r.owner_id left join team t on t.id = r.team_id
     where i.handed_over_at <= $1
       and not exists (select 1 from notification n where n.kind = 'incident.not_taken_up' and n.record_id = r.id and n.at >= i.handed_over_at)
     order by i.handed_over_at limit 200`,
    [before],
  );

/** What was handed over and not taken up is told to its owner and to the lead of the team, once. */
export const remindOfHandOvers = defineJob({
  name: 'incident-hand-overs',
  cron: '*/10 * * * *',
  run: async (house) => {
    const hours = house.reference.settings.get(handOverHours).value;
    const before = new Date(house.now() - hours * 3_600_000).toISOString();
    const open = await onConnection(house.pool, (tx) => openHandOvers(tx, before));
    for (const { id, since, owner, people } of open)
      await begin(house, (work) =>
        notify(work, {
          kind: 'incident.not_taken_up',
          recordId: id,
          personIds: people,
          params: { owner, since },
          key: `${id}:${since}`,
        }),
      );
  },
});
