import { describe, expect, test } from 'vitest';
import { served, type Client } from '../../app/testing/served.ts';
import { onConnection } from '../../platform/db/tx.ts';
import { system } from '../../kernel/access/actor.ts';
import { clocksFromTrail } from '../../kernel/clock/from-trail.ts';
import { typeNamed } from '../../kernel/practice/house.ts';

const base = await served();
const { owner, at, house } = base;
const agent = await base.someone('Li Na', ['service-desk-agent']);
const colleague = await base.someone('Chen Jie', ['service-desk-agent']);
const user = await base.someone('Sun Li', [], { kind: 'user' });
const desk = await base.join('Desk', [agent, colleague]);
const service = await base.create('service', system(), { title: 'E-mail' });
const category = await base.create('category', system(), { title: 'Mailbox' });
const known = { serviceId: service.id, categoryId: category.id, impact: 2, urgency: 2 };

const start = Date.parse('2026-03-02T02:00:00Z');
const after = (seconds: number) => at(new Date(start + seconds * 1000).toISOString());
const reported = () => {
  after(0);
  return user.post('/incidents', { title: 'No mail' });
};
const triaged = async () => agent.does(await reported(), 'triage', known);
const started = async () =>
  agent.does(await agent.does(await triaged(), 'assign', { teamId: desk.id, ownerId: agent.id }), 'start');
const undo = (who: Client, { number, version }: { number: string; version?: unknown }) =>
  who.post(`/incidents/${number}/undo`, { version });
const events = async (number: string) =>
  (
    (await agent.get(`/incidents/${number}/events`)) as unknown as {
      items: { seq: number; action: string; changes: object; detail: Record<string, unknown> | null }[];
    }
  ).items;
const row = async (number: string) => {
  const { rows } = await owner.query(
    'select r.*, i.* from record r join incident i on i.id = r.id where r.number = $1',
    [number],
  );
  const { version: _v, updated_at: _u, ...rest } = rows[0] as Record<string, unknown>;
  return rest;
};
/** What the trail alone says of the clocks is what their rows say. */
const clocksAgree = async (id: string) => {
  const type = typeNamed(house, 'incident');
  const { rows } = await owner.query(
    'select name, status, moves from clock where record_id = $1 order by name',
    [id],
  );
  const replayed = await onConnection(house.pool, (tx) =>
    clocksFromTrail(tx, house.reference, type, id, house.now()),
  );
  expect(rows).toEqual(replayed.map(({ name, status, moves }) => ({ name, status, moves })));
};

describe('undo', () => {
  test('each reversible step leaves the record as it was, and the trail keeps both', async () => {
    const steps = {
      triage: { from: reported, input: known },
      assign: { from: triaged, input: { teamId: desk.id, ownerId: agent.id } },
      start: { from: triaged, input: { teamId: desk.id } },
      await_supplier: { from: started, input: { pendingReason: 'supplier_part', reason: 'Part ordered' } },
    };
    for (const [action, { from, input }] of Object.entries(steps)) {
      const made = await from();
      const before = await row(made.number);
      const done = await agent.does(made, action, input);
      after(10);
      const back = await undo(agent, done);
      expect(back).toMatchObject({ state: made.state, version: Number(done['version']) + 1 });
      expect(await row(made.number), action).toEqual(before);
      const [undone, doneEvent] = await events(made.number);
      expect(undone).toMatchObject({ action: 'undo', detail: { undoes: doneEvent?.seq, undone: action } });
      expect(doneEvent?.action).toBe(action);
      await clocksAgree(made.id);
    }
  });

  test('an edit is undone with what was derived from it', async () => {
    const made = await triaged();
    expect(made['priority']).toBe(2);
    const edited = await agent.patch(`/incidents/${made.number}`, {
      impact: 1,
      urgency: 1,
      title: 'Everything is down',
    });
    expect(edited['priority']).toBe(1);
    expect(await undo(agent, edited)).toMatchObject({ impact: 2, urgency: 2, priority: 2, title: 'No mail' });
  });

  test('a promise counts on through a step that was undone', async () => {
    const made = await started();
    const response = async () =>
      (
        (await agent.get(`/incidents/${made.number}/clocks`)) as unknown as {
          items: { name: string; status: string }[];
        }
      ).items;
    const waiting = await agent.does(made, 'await_supplier', { pendingReason: 'supplier_part', reason: 'x' });
    after(20);
    const before = await response();
    await undo(agent, waiting);
    expect((await response()).map(({ name, status }) => [name, status])).toEqual(
      before.map(({ name, status }) => [name, status]),
    );
    // And it can be done again after having been undone.
    await agent.does(made, 'await_supplier', { pendingReason: 'supplier_part', reason: 'x' });
    await clocksAgree(made.id);
  });

  test('only by whoever did it, at once, and while nothing happened since', async () => {
    const made = await triaged();
    await undo(colleague, made).refused('undo.not_yours');
    await undo(user, made).refused('undo.not_yours');
    await undo(agent, { number: made.number, version: 1 }).refused('problem.changed_meanwhile');
    await undo(agent, { number: made.number }).refused('problem.required', 'version');
    after(31);
    await undo(agent, made).refused('undo.too_late');
    after(5);
    await user.post(`/incidents/${made.number}/comments`, { body: 'Hello?', public: true });
    await undo(agent, made).refused('undo.not_reversible');
  });

  test('an undo is not undone, and nothing is undone twice', async () => {
    const made = await triaged();
    const back = await undo(agent, made);
    await undo(agent, back).refused('undo.not_reversible');
    await undo(agent, made).refused('problem.changed_meanwhile');
  });

  test('what told somebody outside stays: a public word, a wait for the customer, a resolution, a closing', async () => {
    const spoken = await agent.does(await triaged(), 'start', { teamId: desk.id, comment: 'We are on it.' });
    await undo(agent, spoken).refused('undo.told_outside');
    const waiting = await agent.does(await started(), 'await_customer', {
      pendingReason: 'information',
      reason: 'Which printer?',
      comment: 'Which printer?',
    });
    await undo(agent, waiting).refused('undo.not_reversible');
    const made = await triaged();
    const edited = await agent.patch(`/incidents/${made.number}`, { title: 'Other' });
    await owner.query(
      `insert into notification (id, person_id, kind, record_id, at) values (gen_random_uuid(), $1, 'event_rule.told', $2, now())`,
      [user.id, made.id],
    );
    await undo(agent, edited).refused('undo.told_outside');
  });

  test('no reversible step has an effect beyond its record, tells the customer or needs a second person always', () => {
    for (const type of house.types.values()) {
      const { edit, transitions } = type.process;
      for (const [name, action] of Object.entries({ edit, ...transitions })) {
        if (!action.reversible) continue;
        expect(
          [action.effect, action.restarts, action.requires?.includes('comment') ? name : undefined],
          `${type.type} ${name}`,
        ).toEqual([undefined, undefined, undefined]);
      }
    }
  });
});
