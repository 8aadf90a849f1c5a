import { createHash } from 'node:crypto';
import { system } from '../../kernel/access/actor.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { Work } from '../../kernel/practice/house.ts';
import { create } from '../../kernel/record/act.ts';
import { defineSubscriber } from '../../kernel/trail/subscriber.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { causeOf } from './satisfaction.cause.ts';
import { ratedTypes } from './survey.fields.ts';

/** What has ended, with the running survey that asks about it: the one of its own channel before the one of all. */
type Ended = {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly channel: string | null;
  readonly serviceId: string | null;
  readonly teamId: string | null;
  readonly customerId: string | null;
  readonly orgUnitId: string | null;
  readonly requesterId: string;
  readonly surveyId: string;
  readonly sampleShare: number;
  readonly answerDays: number;
};

/** Ends that nobody was served by: the question would be an annoyance. */
const unserved = new Set(['cancelled', 'duplicate', 'rejected', 'converted']);

/** Asks the requester once, after closing: sampled, and not the same person every day. What was imported closed long ago. */
export const askSatisfaction = defineSubscriber({
  name: 'satisfaction',
  on: ratedTypes,
  toStates: ['closed'],
  from: 'now',
  handle: async (work, events) => {
    const closed = events.filter(
      (e) =>
        e.channel !== 'import' &&
        e.toState === 'closed' &&
        e.fromState !== 'closed' &&
        !unserved.has(e.fromState ?? ''),
    );
    for (const { recordId, at } of closed) {
      const ended = await endedWith(work, recordId, at);
      if (ended && isSampled(ended)) await ask(work, ended, at);
    }
  },
});

async function endedWith(tx: Tx, recordId: string, at: string): Promise<Ended | undefined> {
  const [row] = await tx.run<Ended>(
    'satisfaction_ended',
    `select r.id, r.type, r.number, r.title, i.channel, r.service_id as "serviceId", r.team_id as "teamId",
       r.customer_id as "customerId", r.org_unit_id as "orgUnitId", r.requester_id as "requesterId",
       s.id as "surveyId", s.sample_share as "sampleShare", s.answer_days as "answerDays"
     from record r join record p on p.id = r.requester_id and p.state = 'active'
       left join incident i on i.id = r.id
       join lateral (
         select s.* from survey s join record sr on sr.id = s.id
         where sr.state = 'running' and s.about_type = r.type and (s.channel is null or s.channel = coalesce(i.channel, 'portal'))
         order by s.channel nulls last, s.id limit 1) s on true
     where r.id = $1 and r.state = 'closed'
       -- Closed again, as histories from elsewhere have it: the question was asked.
       and not exists (select 1 from rating a where a.about_id = r.id and a.survey_id = s.id)
       -- A quiet time between two questions to one person, whatever they are about.
       and not exists (select 1 from record q join rating a on a.id = q.id
         where q.type = 'rating' and q.requester_id = r.requester_id
           and a.asked_at > $2::timestamptz - make_interval(days => s.quiet_days))`,
    [recordId, at],
  );
  return row;
}

/** The same record is always in or always out, so that nobody can choose whom to ask by closing again. */
function isSampled({ id, surveyId, sampleShare }: Ended): boolean {
  const drawn = createHash('sha256').update(`${surveyId} ${id}`).digest().readUInt32BE(0) % 100;
  return drawn < sampleShare;
}

async function ask(work: Work, ended: Ended, at: string): Promise<void> {
  const asked = Date.parse(at);
  const { problemId } = await causeOf(work, ended.id);
  const rating = await create(
    work,
    'rating',
    system(),
    {
      title: `${ended.number} ${ended.title}`.slice(0, 200),
      surveyId: ended.surveyId,
      aboutId: ended.id,
      aboutType: ended.type,
      requesterId: ended.requesterId,
      askedAt: at,
      expiresAt: new Date(asked + ended.answerDays * 86_400_000).toISOString(),
      ...present({
        channel: ended.channel,
        serviceId: ended.serviceId,
        teamId: ended.teamId,
        customerId: ended.customerId,
        orgUnitId: ended.orgUnitId,
        problemId,
      }),
    },
    { at: asked },
  );
  await notify(work, {
    kind: 'rating.asked',
    recordId: rating.id,
    personIds: [ended.requesterId],
    params: { about: ended.number, aboutTitle: ended.title },
  });
}

const present = (fields: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
