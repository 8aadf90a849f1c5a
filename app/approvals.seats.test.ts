import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { keepSeats } from '../kernel/approval/approval.subscriber.ts';
import { follow } from '../kernel/trail/follow.ts';
import { createLog } from '../platform/log/log.ts';
import { permits, permitTables } from './testing/permits.ts';
import { served, type Client } from './testing/served.ts';
import { soon } from '../platform/testing/soon.ts';

const { house, owner, someone, join, at } = await served([permits]);
await permitTables(owner);
const agent = await someone('Agnes', ['service-desk-agent', 'administrator']);
const requester = await someone('Rita', []);
const ann = await someone('Ann', []);

const following = follow(house, keepSeats, {
  log: createLog({ level: 'error', production: false }),
  everyMs: 5,
});
afterAll(() => following.close());
await vi.waitFor(async () => {
  const { rows } = await owner.query(`select from trail_cursor where subscriber = 'approval-seats'`);
  if (rows.length === 0) throw new Error('does not follow yet');
}, soon);
beforeEach(() => at('2026-03-02T01:00:00Z'));

type Step = { approverIds: string[]; quorum: 'any' | 'all' | number };
const all = (...people: { id: string }[]): Step => ({ approverIds: people.map((p) => p.id), quorum: 'all' });
async function asking(...steps: Step[]) {
  const { number, id } = await agent.post('/permits', { title: 'Server room', requesterId: requester.id });
  await agent.does({ number }, 'submit', { steps });
  return { number, recordId: id };
}
type Seat = { id: string; name: string; here: boolean };
type Shown = { id: string; mayName: boolean; steps: { flaggedAt: string | null; approvers: Seat[] }[] };
const shown = async (number: string, who: Client = agent) => {
  const { items } = (await who.get(`/permits/${number}/approvals`)) as unknown as { items: Shown[] };
  if (!items[0]) throw new Error('nothing was asked');
  return items[0];
};
const seats = async (number: string) => (await shown(number)).steps[0]?.approvers.map((s) => s.name);
const told = async (who: { id: string }, recordId: string) =>
  (
    await owner.query<{ kind: string }>(
      'select kind from notification where person_id = $1 and record_id = $2 order by at, id',
      [who.id, recordId],
    )
  ).rows.map((row) => row.kind);
const leaves = async (who: { id: string }) => {
  const { items } = (await agent.get(`/people?filter[id]=${who.id}`)) as unknown as {
    items: { number: string }[];
  };
  return agent.does({ number: items[0]?.number ?? '' }, 'deactivate');
};

test('who leaves while a step waits for them is replaced by their deputy of that day, who is told', async () => {
  const gone = await someone('Gus', []);
  const deputy = await someone('Dora', []);
  await gone
    .post('/me/delegations', { deputyId: deputy.id, from: '2026-03-01', to: '2026-03-31' })
    .status(201);
  const asked = await asking(all(gone, ann));
  await leaves(gone);
  await vi.waitFor(async () => expect(await seats(asked.number)).toEqual(['Dora', 'Ann']), soon);
  expect(await told(deputy, asked.recordId)).toContain('approval.asked');
  const { id } = await shown(asked.number);
  await deputy.post(`/approvals/${id}/approve`, {});
  await ann.post(`/approvals/${id}/approve`, {});
  expect((await agent.get(`/permits/${asked.number}`)).state).toBe('granted');
  const { rows } = await owner.query(
    `select detail from trail_event where record_id = $1 and action = 'replace_approver'`,
    [asked.recordId],
  );
  expect(rows).toMatchObject([{ detail: { from: gone.id, to: deputy.id, why: 'deputy', step: 1 } }]);
});

test('without a deputy the lead of their team decides; somebody who asked for it never does', async () => {
  const gone = await someone('Gil', []);
  const lead = await someone('Lea', []);
  await join('Buyers', [gone], { leadId: lead.id });
  const asked = await asking(all(gone));
  await leaves(gone);
  await vi.waitFor(async () => expect(await seats(asked.number)).toEqual(['Lea']), soon);
  const other = await someone('Gwen', []);
  await join('Sellers', [other], { leadId: requester.id });
  const own = await asking(all(other, ann));
  await leaves(other);
  await vi.waitFor(async () => expect((await shown(own.number)).steps[0]?.flaggedAt).not.toBeNull(), soon);
  expect(await seats(own.number)).toEqual(['Gwen', 'Ann']);
});

test('where nobody may decide in their place the owner of the process is told and names somebody', async () => {
  const gone = await someone('Gia', []);
  const owns = await someone('Max', ['sms-manager']);
  const asked = await asking(all(gone, ann));
  await leaves(gone);
  await vi.waitFor(async () => expect(await told(owns, asked.recordId)).toEqual(['approval.flagged']), soon);
  const { id, steps, mayName } = await shown(asked.number);
  expect({ mayName, here: steps[0]?.approvers.map((s) => s.here) }).toEqual({
    mayName: true,
    here: [false, true],
  });
  const path = `/approvals/${id}/approvers`;
  const named = await someone('Nora', []);
  const instead = { insteadOf: gone.id, personId: named.id };
  await ann.post(path, instead).refused('problem.not_your_role');
  await agent.post(path, { ...instead, insteadOf: ann.id }).refused('approval.approver_is_here');
  await agent
    .post(path, { ...instead, personId: requester.id })
    .refused('approval.may_not_decide', 'personId');
  await agent.post(path, { ...instead, personId: ann.id }).refused('approval.is_asked', 'personId');
  await agent.post(path, { ...instead, personId: gone.id }).refused('problem.no_such_reference', 'personId');
  await agent.post(path, instead);
  expect(await seats(asked.number)).toEqual(['Nora', 'Ann']);
  expect((await shown(asked.number)).steps[0]?.flaggedAt).toBeNull();
  expect(await told(named, asked.recordId)).toEqual(['approval.asked']);
});

test('who left before their step opens is replaced when it opens, and a quorum that others reach is not flagged', async () => {
  const gone = await someone('Gert', []);
  const lead = await someone('Lars', []);
  await join('Keepers', [gone], { leadId: lead.id });
  const asked = await asking(all(ann), all(gone));
  await leaves(gone);
  const { id } = await shown(asked.number);
  await ann.post(`/approvals/${id}/approve`, {});
  expect((await shown(asked.number)).steps[1]?.approvers.map((s) => s.name)).toEqual(['Lars']);
  const lone = await someone('Gaby', []);
  const any = await asking({ approverIds: [lone.id, ann.id], quorum: 'any' });
  const owns = await owner.query(`select 1 from notification where kind = 'approval.flagged'`);
  await leaves(lone);
  // Events come in their order: when what happened after it is done, so is this.
  const later = await someone('Gala', []);
  await join('Callers', [later], { leadId: lead.id });
  const after = await asking(all(later));
  await leaves(later);
  await vi.waitFor(async () => expect(await seats(after.number)).toEqual(['Lars']), soon);
  expect((await shown(any.number)).steps[0]?.flaggedAt).toBeNull();
  expect((await owner.query(`select 1 from notification where kind = 'approval.flagged'`)).rows).toHaveLength(
    owns.rows.length,
  );
});
