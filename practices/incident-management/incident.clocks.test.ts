import { describe, expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { begin } from '../../kernel/record/act.ts';
import type { ReadEvent } from '../../kernel/trail/subscriber.ts';
import { takeEvent } from './incident.api.ts';
import { hour, minute, serviceDesk } from './incident.fixture.ts';
import { closeResolved, resumePauses } from './incident.jobs.ts';
import { escalateByClock, resumeOnReply } from './incident.subscribers.ts';

const desk = await serviceDesk();
const { act, at, started, report, known, solution, agent, colleague, user, owner, confirmed } = desk;
for (const priority of [1, 2, 3, 4]) {
  desk.promise('response', priority, 30 * minute);
  desk.promise('resolution', priority, priority * 4 * hour);
  desk.promise('update', priority, 2 * hour);
}
// 09:00 on a Monday in Shanghai.
const monday = '2026-03-02T01:00:00Z';
const question = { pendingReason: 'information', reason: 'Which mailbox?', comment: 'Which mailbox is it?' };

const clock = async (id: string, name: string) => {
  const { rows } = await owner.query('select * from clock where record_id = $1 and name = $2', [id, name]);
  return rows[0] as {
    status: string;
    elapsed_ms: number;
    due_at: string | null;
    breached_at: string | null;
    cycles: number;
  };
};
const elapsed = async (id: string, name: string) => (await clock(id, name)).elapsed_ms;
const events = async (id: string, action: string) => {
  const { rows } = await owner.query<ReadEvent>(
    `select seq, txid::text, at, record_id as "recordId", record_type as "recordType", version, action, from_state as "fromState", to_state as "toState",
       actor_id as "actorId", channel, changes, detail from trail_event where record_id = $1 and action = $2 order by txid, seq`,
    [id, action],
  );
  return rows;
};

describe('clocks (0.5)', () => {
  test('they start when the report was received, not when it was typed', async () => {
    at('2026-03-02T02:00:00Z');
    const made = await report({ occurredAt: monday });
    await act(made, 'triage', agent, known);
    expect((await clock(made.id, 'response')).due_at).toEqual('2026-03-02T01:30:00.000Z');
  });
  test('acknowledging stops the response, and reassigning does not start it again', async () => {
    at(monday);
    const made = await report();
    await act(made, 'triage', agent, known);
    at('2026-03-02T01:10:00Z');
    await act(made, 'start', agent);
    at('2026-03-02T03:00:00Z');
    await act(made, 'reassign', agent, { teamId: desk.second.id });
    expect(await clock(made.id, 'response')).toMatchObject({ status: 'stopped', breached_at: null });
    expect(await elapsed(made.id, 'response')).toBe(10 * minute);
  });
  test('only the customer and an agreed hold stop the resolution; a supplier never does', async () => {
    at(monday);
    const made = await started();
    at('2026-03-02T02:00:00Z');
    await act(made, 'await_supplier', agent, { pendingReason: 'supplier_part', reason: 'Disk ordered' });
    at('2026-03-02T03:00:00Z');
    await act(made, 'resume', agent);
    await act(made, 'await_customer', agent, question);
    expect((await clock(made.id, 'resolution')).status).toBe('paused');
    at('2026-03-02T06:00:00Z');
    await act(made, 'resume', agent);
    at('2026-03-02T07:00:00Z');
    await act(made, 'resolve', agent, solution);
    expect(await elapsed(made.id, 'resolution')).toBe(3 * hour);
  });
  test('an update to the customer starts the update clock again', async () => {
    at(monday);
    const made = await started();
    at('2026-03-02T02:00:00Z');
    await act(made, 'comment', agent, { comment: 'We are looking into it.', public: true });
    expect(await clock(made.id, 'update')).toMatchObject({ cycles: 1, due_at: '2026-03-02T04:00:00.000Z' });
  });
  test('raising the priority counts from the original start; lowering it never un-breaches', async () => {
    at(monday);
    const made = await started();
    at('2026-03-02T06:00:00Z');
    await act(made, 'edit', agent, { impact: 1 });
    expect((await clock(made.id, 'resolution')).breached_at).toEqual('2026-03-02T06:00:00.000Z');
    await act(made, 'edit', agent, { impact: 4, reason: 'One user only' });
    await confirmed(made, colleague);
    const after = await clock(made.id, 'resolution');
    expect(after.breached_at).toEqual('2026-03-02T06:00:00.000Z');
    expect((await desk.read(made.id))['priority']).toBe(4);
  });
  test('reopening goes on from the old sum, without the time in between', async () => {
    at(monday);
    const made = await started();
    at('2026-03-02T02:00:00Z');
    await act(made, 'resolve', agent, { ...solution, ci: 'R-1' });
    at('2026-03-02T05:00:00Z');
    await act(made, 'reopen', user, { comment: 'Not yet' });
    at('2026-03-02T06:00:00Z');
    await act(made, 'start', agent);
    await act(made, 'resolve', agent, { ...solution, ci: 'R-1' });
    expect(await elapsed(made.id, 'resolution')).toBe(2 * hour);
  });
});

describe('a second person after breach (S6)', () => {
  test.each([
    ['await_customer', question],
    ['cancel', { reason: 'They will not miss it' }],
  ])('%s waits for another one', async (action, input) => {
    at(monday);
    const made = await started();
    at('2026-03-04T01:00:00Z');
    expect(await act(made, action, agent, input)).toMatchObject({ state: 'in_progress' });
    expect((await confirmed(made, colleague)).record.state).not.toBe('in_progress');
  });
  test('a duplicate waits too, and before breach one person is enough', async () => {
    at(monday);
    const parent = await started();
    const made = await started();
    const early = await started();
    expect(await act(early, 'mark_duplicate', agent, { parentId: parent.id, reason: 'same' })).toMatchObject({
      state: 'duplicate',
    });
    at('2026-03-04T01:00:00Z');
    expect(await act(made, 'mark_duplicate', agent, { parentId: parent.id, reason: 'same' })).toMatchObject({
      state: 'in_progress',
    });
  });
});

describe('by itself', () => {
  const told = async (id: string) => {
    const all = await events(id, 'comment');
    await begin(desk.house, (work) => resumeOnReply.handle(work, all));
    return (await desk.read(id))['state'];
  };
  test('the customer’s answer ends the pause; ours, a stranger’s and an earlier one do not', async () => {
    at(monday);
    const made = await started();
    await act(made, 'comment', user, { comment: 'Hurry please', public: true });
    await act(made, 'await_customer', agent, question);
    await act(made, 'comment', agent, { comment: 'We still wait', public: true });
    expect(await told(made.id)).toBe('pending_customer');
    await act(made, 'comment', user, { comment: 'It is sun.li@', public: true });
    expect(await told(made.id)).toBe('in_progress');
  });
  test('so does the answer of somebody else of the same customer', async () => {
    const made = await started();
    await act(made, 'await_customer', agent, question);
    await act(made, 'comment', desk.contact, { comment: 'All of them', public: true });
    expect(await told(made.id)).toBe('in_progress');
  });
  test('a pause ends at its cap', async () => {
    at(monday);
    const made = await started();
    await act(made, 'await_customer', agent, { ...question, resumeAt: '2026-03-05T01:00:00Z' });
    at('2026-03-05T00:59:00Z');
    await resumePauses.run(desk.house);
    expect(await desk.read(made.id)).toMatchObject({ state: 'pending_customer' });
    at('2026-03-05T01:00:00Z');
    await resumePauses.run(desk.house);
    expect(await desk.read(made.id)).toMatchObject({ state: 'in_progress', resume_at: null });
  });
  test('two notices on the second and fourth working day, closed on the fifth', async () => {
    at('2026-03-05T02:00:00Z'); // a Thursday
    const made = await started();
    await act(made, 'resolve', agent, { ...solution, ci: 'N-1' });
    const run = async (instant: string) => {
      at(instant);
      await closeResolved.run(desk.house);
      const { state, closure_notices } = await desk.read(made.id);
      return [state, closure_notices];
    };
    expect(await run('2026-03-09T01:59:00Z')).toEqual(['resolved', 0]);
    expect(await run('2026-03-09T02:00:00Z')).toEqual(['resolved', 1]);
    expect(await run('2026-03-11T02:00:00Z')).toEqual(['resolved', 2]);
    expect(await run('2026-03-12T01:59:00Z')).toEqual(['resolved', 2]);
    expect(await run('2026-03-12T02:00:00Z')).toEqual(['closed', 2]);
    expect(await desk.read(made.id)).toMatchObject({ closure_code: 'no_answer' });
    const { rows } = await owner.query(
      'select body from comment where record_id = $1 and public order by at',
      [made.id],
    );
    expect(rows.length).toBe(2);
    expect(rows[0].body).toContain(`${made.number} 已解决`);
    expect(rows[0].body).toContain('2026年3月12日');
  });
  test('after a standstill nobody is closed without two notices a working day apart', async () => {
    at('2026-03-05T02:00:00Z');
    const made = await started();
    await act(made, 'resolve', agent, { ...solution, ci: 'N-2' });
    for (const [instant, state, notices] of [
      ['2026-04-01T02:00:00Z', 'resolved', 1],
      ['2026-04-02T02:00:00Z', 'resolved', 2],
      ['2026-04-03T02:00:00Z', 'closed', 2],
    ] as const) {
      at(instant);
      await closeResolved.run(desk.house);
      expect(await desk.read(made.id)).toMatchObject({ state, closure_notices: notices });
    }
  });
  test('what was reopened is not closed', async () => {
    at('2026-03-05T02:00:00Z');
    const made = await started();
    await act(made, 'resolve', agent, { ...solution, ci: 'N-3' });
    await act(made, 'reopen', user, { comment: 'No' });
    at('2026-05-01T02:00:00Z');
    await closeResolved.run(desk.house);
    expect(await desk.read(made.id)).toMatchObject({ state: 'reopened' });
  });
  test('75 % tells the incident manager, 100 % the service owner, once each', async () => {
    at(monday);
    const made = await started();
    const tick = (detail: object) => begin(desk.house, (work) => escalateByClock.handle(work, [
      { seq: 1, txid: '1', at: monday, recordId: made.id, recordType: 'incident', version: 1, action: 'clock', fromState: null, toState: null, actorId: null, channel: 'system', changes: {}, detail: { clock: 'resolution', ...detail } },
    ])); // prettier-ignore
    const level = async () => (await desk.read(made.id))['escalation_level'];
    await tick({ warned: 50 });
    expect(await level()).toBe(0);
    await tick({ warned: 75 });
    await tick({ warned: 75 });
    expect(await level()).toBe(1);
    await tick({ breached: '2026-03-02T09:00:00.000Z' });
    await tick({ breached: '2026-03-02T09:00:00.000Z' });
    expect(await level()).toBe(2);
    expect((await events(made.id, 'escalate')).length).toBe(2);
  });
});

test('the software passes role checks but acts under its own name', async () => {
  at(monday);
  const made = await started();
  await act(made, 'escalate', system(), { reason: 'x' });
  expect((await events(made.id, 'escalate'))[0]?.actorId).toBeNull();
});

test('what an event of business is promised in ten minutes is kept at 10:00 and broken at 10:01', async () => {
  for (const priority of [1, 2, 3, 4]) desk.promise('response', priority, 10 * minute);
  const answered = async (ci: string, at10: string) => {
    at(monday);
    const event = {
      source: 'order-system',
      ci,
      symptom: 'Order waits for an answer',
      serviceId: desk.service.id,
    };
    const { record } = await begin(desk.house, (work) => takeEvent(work, agent, event));
    await act(record, 'triage', agent, known);
    at(at10);
    await act(record, 'start', agent);
    return clock(record.id, 'response');
  };
  expect(await answered('ORD-1', '2026-03-02T01:10:00Z')).toMatchObject({ breached_at: null });
  expect(await answered('ORD-2', '2026-03-02T01:10:01Z')).toMatchObject({
    breached_at: '2026-03-02T01:10:00.000Z',
  });
});
