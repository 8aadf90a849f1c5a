import { describe, expect, test } from 'vitest';
import type { Subscriber, ReadEvent } from '../../kernel/trail/subscriber.ts';
import { noticeSubscriber } from '../../kernel/notification/told.ts';
import { tickRecord } from '../../kernel/clock/tick.ts';
import { begin } from '../../kernel/record/act.ts';
import { serviceDesk } from './incident.fixture.ts';
import { closeResolved } from './incident.jobs.ts';
import { notices } from './incident.notices.ts';
import { escalateByClock } from './incident.subscribers.ts';

const desk = await serviceDesk();
const { act, agent, colleague, engineer, manager, boss, user, house, owner, software, at } = desk;
const subscriber = noticeSubscriber(notices);
let seen = 0;
await pass({ ...subscriber, handle: async () => undefined });

/** Hands a subscriber what happened since it was last asked. */
async function pass({ handle }: Pick<Subscriber, 'handle'>, from = seen): Promise<void> {
  const { rows } = await owner.query<ReadEvent>(
    `select seq::int, txid::text as txid, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, record_id as "recordId", record_type as "recordType", version, action,
       from_state as "fromState", to_state as "toState", actor_id as "actorId", channel, changes, detail
     from trail_event where seq > $1 and record_type = 'incident' order by txid, trail_event.seq`,
    [from],
  );
  seen = Math.max(seen, ...rows.map(({ seq }) => seq));
  if (rows.length > 0) await begin(house, (work) => handle(work, rows));
}

const names = new Map(
  Object.entries({ agent, colleague, engineer, manager, boss, user }).map(([name, { id }]) => [id, name]),
);
/** Who was told what since the last time: `user: received`. */
async function told(): Promise<string[]> {
  await owner.query('delete from notification');
  await pass(subscriber);
  const { rows } = await owner.query<{ person_id: string; kind: string }>(
    'select person_id, kind from notification',
  );
  return rows
    .map(({ person_id, kind }) => `${names.get(person_id) ?? person_id}: ${kind.replace('incident.', '')}`)
    .toSorted();
}

describe('who is told', () => {
  test('the requester of what they reported, even by themselves; owner and team of what comes to them', async () => {
    const made = await desk.report({ title: 'Mine', symptom: 'It is slow' }, user);
    expect(await told()).toEqual(['user: received']);
    await act(made, 'triage', agent, desk.known);
    await act(made, 'assign', agent, { teamId: desk.first.id });
    // The agent did it; the colleague is of the same team.
    expect(await told()).toEqual(['colleague: assigned_team']);
    await act(made, 'reassign', agent, { teamId: desk.second.id, ownerId: engineer.id });
    expect(await told()).toEqual(['engineer: assigned']);
  });

  test('an internal comment the owner, a public one the requester too, an answer the owner', async () => {
    const made = await desk.started();
    await told();
    await act(made, 'comment', colleague, { comment: 'internal', public: false });
    expect(await told()).toEqual(['agent: answered']);
    await act(made, 'comment', colleague, { comment: 'public', public: true });
    expect(await told()).toEqual(['agent: answered', 'user: commented']);
    await act(made, 'comment', user, { comment: 'my answer', public: true });
    expect(await told()).toEqual(['agent: answered']);
    const { rows } = await owner.query<{ params: { text?: string } }>('select params from notification');
    expect(rows[0]?.params.text).toBe('my answer');
  });

  test('an internal comment is not quoted to anybody', async () => {
    const made = await desk.started();
    await told();
    await act(made, 'comment', colleague, { comment: 'never quoted', public: false });
    await told();
    const { rows } = await owner.query<{ params: string }>('select params::text as params from notification');
    expect(rows.map(({ params }) => params).join()).not.toContain('never quoted');
  });

  test('waiting, resolved, reopened, the notices before closing, and closed', async () => {
    at('2026-03-05T02:00:00Z');
    const made = await desk.started();
    await told();
    await act(made, 'await_customer', agent, {
      pendingReason: 'information',
      reason: 'Which one?',
      comment: 'Which mailbox is it?',
    });
    expect(await told()).toEqual(['user: waiting']);
    await act(made, 'resume', agent);
    await act(made, 'resolve', agent, { ...desk.solution, ci: 'W-1' });
    expect(await told()).toEqual(['user: resolved']);
    await act(made, 'reopen', user, { comment: 'still broken' });
    expect(await told()).toEqual(['agent: reopened']);
    await act(made, 'start', agent);
    await act(made, 'resolve', agent, { ...desk.solution, ci: 'W-1' });
    await told();
    for (const [instant, expected] of [
      ['2026-03-09T02:00:00Z', ['user: closing']],
      ['2026-03-11T02:00:00Z', ['user: closing']],
      ['2026-03-12T02:00:00Z', ['user: closed']],
    ] as const) {
      at(instant);
      await closeResolved.run(house);
      expect(await told()).toEqual(expected);
    }
  });

  test('75 % and breach: owner and lead once, and the ladder above them', async () => {
    at('2026-04-01T02:00:00Z');
    desk.promise('resolution', 2, 4 * 3_600_000);
    const made = await desk.started({ ci: 'C-1' });
    await told();
    at('2026-04-01T05:05:00Z');
    await tickRecord(house, { id: made.id, type: 'incident' });
    const before = seen;
    expect(await told()).toEqual(['agent: warning']);
    await pass(escalateByClock, before);
    expect(await told()).toEqual(['manager: escalated']);
    at('2026-04-01T06:05:00Z');
    await tickRecord(house, { id: made.id, type: 'incident' });
    expect(await told()).toEqual(['agent: breached']);
  });

  test('the second person who has to confirm, not the one who asked', async () => {
    const made = await desk.started({ ci: 'P-1' });
    await told();
    await act(made, 'override_priority', colleague, { priorityOverride: 1, reason: 'the board waits' });
    expect(await told()).toEqual(['agent: second_person', 'manager: second_person']);
  });

  test('an import and what happened long ago tell nobody', async () => {
    await desk.create('incident', { ...software, channel: 'import' }, {
      title: 'Old', channel: 'phone', requesterId: user.id,
    }); // prettier-ignore
    expect(await told()).toEqual([]);
    const made = await desk.report();
    expect(made.requesterId).toBe(user.id);
    at('2026-05-20T02:00:00Z');
    expect(await told()).toEqual([]);
  });
});
