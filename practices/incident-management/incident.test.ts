import { describe, expect, test } from 'vitest';
import type { Problem } from '../../platform/http/problem.ts';
import { mayAct, mayView } from '../../kernel/access/access.ts';
import { refusedWith, serviceDesk } from './incident.fixture.ts';

const desk = await serviceDesk();
const {
  act,
  report,
  triaged,
  started,
  resolved,
  known,
  solution,
  agent,
  colleague,
  engineer,
  manager,
  user,
  contact,
  auditor,
  boss,
  stranger,
  confirmed,
  owner,
} = desk;
const refused = (work: Promise<unknown>) => work.then(() => { throw new Error('was not refused'); }, (error: unknown) => error as Problem); // prettier-ignore
const fields = (problem: Problem) => problem.fields.map((f) => f.field).toSorted();

describe('recording', () => {
  test('a user reports for themselves through the portal; customer follows from them', async () => {
    const made = await report({}, user);
    expect(made).toMatchObject({
      channel: 'portal',
      requesterId: user.id,
      customerId: desk.customer.id,
      state: 'new',
      priority: null,
    });
  });
  test('on the phone the desk names the reporter, whose customer it concerns', async () => {
    expect(await report()).toMatchObject({
      channel: 'phone',
      requesterId: user.id,
      customerId: desk.customer.id,
    });
    const problem = await refused(desk.create('incident', agent, { title: 'x', channel: 'phone' }));
    expect(problem).toMatchObject(refusedWith('incident.reporter_required', 'requesterId'));
  });
  test('title and channel are mandatory, and every fault is told at once', async () => {
    expect(fields(await refused(desk.create('incident', agent, { requesterId: user.id })))).toEqual([
      'channel',
      'title',
    ]);
  });
  test('a user may not backdate their report nor route it', async () => {
    expect(await refused(report({ occurredAt: '2026-01-01T00:00:00Z' }, user))).toMatchObject(
      refusedWith('incident.not_for_reporters', 'occurredAt'),
    );
  });
  test('another user does not see it, the customer’s contact does', async () => {
    const made = await report();
    expect(mayView(desk.house.types.get('incident')!.access, stranger, made)).toBe(false); // oxlint-disable-line typescript/no-non-null-assertion -- the type is there, or every test fails
    expect((await refused(act(made, 'cancel', stranger, { reason: 'x' }))).status).toBe(404);
    expect((await act(made, 'comment', contact, { comment: 'We wait.', public: true })).id).toBe(made.id);
  });
  test('auditors and top management see everything and act on nothing of others', async () => {
    const made = await report();
    const { access } = desk.house.types.get('incident')!; // oxlint-disable-line typescript/no-non-null-assertion -- as above
    for (const actor of [auditor, boss]) {
      expect(mayView(access, actor, made)).toBe(true);
      expect(mayAct(access, actor, Object.keys(access), made)).toBe(false);
      expect((await refused(act(made, 'triage', actor, known))).status).toBe(403);
    }
  });
});

describe('triage and priority', () => {
  test('service, category, impact and urgency are set, and the rule version is in the trail', async () => {
    const made = await report();
    expect(fields(await refused(act(made, 'triage', agent)))).toEqual([
      'categoryId',
      'impact',
      'serviceId',
      'urgency',
    ]);
    expect(await act(made, 'triage', agent, known)).toMatchObject({
      state: 'triaged',
      priority: 2,
      derivedPriority: 2,
    });
    const { rows } = await owner.query(
      `select detail from trail_event where record_id = $1 and action = 'triage'`,
      [made.id],
    );
    expect(rows[0].detail.rules).toEqual({ 'incident.priority_matrix': 0 });
  });
  test('an override needs a reason and a second person, who is not the first', async () => {
    const made = await triaged();
    expect(fields(await refused(act(made, 'override_priority', agent, { priorityOverride: 1 })))).toEqual([
      'reason',
    ]);
    expect(
      await act(made, 'override_priority', agent, { priorityOverride: 1, reason: 'Board meeting' }),
    ).toMatchObject({ priority: 2 });
    expect(
      (await refused(act(made, 'override_priority', colleague, { priorityOverride: 1, reason: 'Board' })))
        .code,
    ).toBe('problem.already_pending');
    expect((await refused(confirmed(made, agent))).code).toBe('problem.second_person_is_first');
    expect((await refused(confirmed(made, engineer))).code).toBe('problem.not_your_role');
    const { record } = await confirmed(made, manager);
    expect(record).toMatchObject({ priority: 1, derivedPriority: 2, overrideReason: 'Board meeting' });
    expect(await act(made, 'clear_override', agent, { reason: 'Over' })).toMatchObject({
      priority: 2,
      priorityOverride: null,
      overrideReason: null,
    });
  });
  test('engineers do not override', async () => {
    expect(
      (
        await refused(
          act(await triaged(), 'override_priority', engineer, { priorityOverride: 1, reason: 'x' }),
        )
      ).status,
    ).toBe(403);
  });
  test('lowering impact after triage needs a reason', async () => {
    const made = await triaged();
    expect(await refused(act(made, 'edit', agent, { impact: 4 }))).toMatchObject(
      refusedWith('incident.lowering_needs_reason', 'reason'),
    );
    expect(await act(made, 'edit', agent, { impact: 4, reason: 'Only one mailbox' })).toMatchObject({
      priority: 4,
    });
  });
});

describe('routing', () => {
  test('a team without anybody on duty is refused, with the way out', async () => {
    const made = await triaged();
    await act({ type: 'person', id: engineer.id }, 'edit', desk.software, { available: false });
    expect(await refused(act(made, 'assign', agent, { teamId: desk.second.id }))).toMatchObject(
      refusedWith('incident.no_one_on_duty', 'teamId'),
    );
    await act({ type: 'person', id: engineer.id }, 'edit', desk.software, { available: true });
    expect(await act(made, 'assign', agent, { teamId: desk.second.id })).toMatchObject({
      state: 'assigned',
      ownerId: null,
      reassignmentCount: 0,
    });
  });
  test('the owner must be in the team; the first owner is remembered; changes of team are counted', async () => {
    const made = await triaged();
    expect(
      await refused(act(made, 'assign', agent, { teamId: desk.second.id, ownerId: agent.id })),
    ).toMatchObject(refusedWith('incident.owner_not_in_team', 'ownerId'));
    expect(await act(made, 'assign', agent, { teamId: desk.first.id, ownerId: colleague.id })).toMatchObject({
      firstAssignedToId: colleague.id,
    });
    expect(await act(made, 'reassign', agent, { teamId: desk.first.id, ownerId: agent.id })).toMatchObject({
      reassignmentCount: 0,
      ownerId: agent.id,
    });
    expect(await act(made, 'reassign', agent, { teamId: desk.second.id })).toMatchObject({
      reassignmentCount: 1,
      ownerId: null,
      firstAssignedToId: colleague.id,
    });
  });
  test('an engineer works only on their team’s incidents', async () => {
    const made = await started();
    expect((await refused(act(made, 'resolve', engineer, solution))).status).toBe(403);
    await act(made, 'reassign', agent, { teamId: desk.second.id });
    expect(await act(made, 'take', engineer)).toMatchObject({ ownerId: engineer.id, state: 'in_progress' });
  });
  test('acknowledging means owning, once', async () => {
    const made = await triaged();
    await act(made, 'assign', agent, { teamId: desk.first.id, ownerId: colleague.id });
    expect((await refused(act(made, 'start', agent))).code).toBe('incident.owned_by_another');
    expect(await act(made, 'start', colleague)).toMatchObject({
      ownerId: colleague.id,
      respondedAt: '2026-03-02T01:00:00.000Z',
    });
  });
  test('functional escalation goes to the next team, and refuses where there is none', async () => {
    const made = await started();
    expect(await act(made, 'escalate_to_team', agent, { reason: 'Store is corrupt' })).toMatchObject({
      teamId: desk.second.id,
      ownerId: null,
      reassignmentCount: 1,
    });
    expect((await refused(act(made, 'escalate_to_team', agent, { reason: 'x' }))).code).toBe(
      'incident.no_next_team',
    );
  });
  test('hierarchic escalation climbs, and the trail says who was informed', async () => {
    const made = await started();
    expect(await act(made, 'escalate', agent, { reason: 'CEO called' })).toMatchObject({
      escalationLevel: 1,
    });
    expect(await refused(act(made, 'escalate', agent, { reason: 'x', level: 1 }))).toMatchObject(
      refusedWith('incident.already_escalated', 'level'),
    );
    const { rows } = await owner.query(
      `select detail from trail_event where record_id = $1 and action = 'inform'`,
      [made.id],
    );
    expect(rows[0].detail).toMatchObject({ level: 1, role: 'incident-manager' });
    expect(rows[0].detail.people.toSorted()).toEqual([manager.id, agent.id].toSorted());
    await act(made, 'escalate', agent, { reason: 'x', level: 3 });
    expect((await refused(act(made, 'escalate', agent, { reason: 'x' }))).code).toBe(
      'incident.top_of_ladder',
    );
  });
});

describe('waiting', () => {
  const question = {
    pendingReason: 'information',
    reason: 'Which mailbox?',
    comment: 'Which mailbox is it?',
  };
  test('waiting for the customer needs a typed reason and the words sent to them', async () => {
    const made = await started();
    expect(fields(await refused(act(made, 'await_customer', agent)))).toEqual(['comment', 'reason']);
    expect(
      await refused(act(made, 'await_customer', agent, { ...question, pendingReason: 'supplier_part' })),
    ).toMatchObject(refusedWith('problem.one_of', 'pendingReason'));
    expect(await act(made, 'await_customer', agent, question)).toMatchObject({
      state: 'pending_customer',
      resumeAt: '2026-03-12T01:00:00.000Z',
    });
    const { rows } = await owner.query('select body, public from comment where record_id = $1', [made.id]);
    expect(rows).toEqual([{ body: 'Which mailbox is it?', public: true }]);
    expect(await act(made, 'resume', agent)).toMatchObject({
      state: 'in_progress',
      pendingReason: null,
      resumeAt: null,
    });
  });
  test('an agreed hold always needs a second person', async () => {
    const made = await started();
    const asked = {
      pendingReason: 'agreed_window',
      reason: 'Agreed by phone',
      comment: 'As agreed we go on at the weekend.',
    };
    expect(await act(made, 'hold', agent, asked)).toMatchObject({ state: 'in_progress' });
    expect((await confirmed(made, colleague)).record).toMatchObject({ state: 'agreed_hold' });
  });
  test('waiting for a supplier or a problem needs a reason, for a change the change', async () => {
    const made = await started();
    expect(
      fields(await refused(act(made, 'await_supplier', agent, { pendingReason: 'supplier_part' }))),
    ).toEqual(['reason']);
    expect(fields(await refused(act(made, 'await_problem', agent, { pendingReason: 'root_cause' })))).toEqual(
      ['reason'],
    );
    expect(
      fields(await refused(act(made, 'await_change', agent, { pendingReason: 'change_window' }))),
    ).toEqual(['changeRef']);
    expect(
      await act(made, 'await_change', agent, { pendingReason: 'change_window', changeRef: 'CHG-7' }),
    ).toMatchObject({ state: 'pending_change' });
  });
});

describe('resolving and closing', () => {
  test('what was done, where, why and when it worked again is mandatory', async () => {
    const made = await started({ ci: undefined });
    expect(fields(await refused(act(made, 'resolve', agent)))).toEqual([
      'causeClass',
      'ci',
      'resolution',
      'resolutionCode',
    ]);
    expect(
      await refused(act(made, 'resolve', agent, { ...solution, ci: 'none', causeClass: 'change' })),
    ).toMatchObject(refusedWith('incident.causing_change_required', 'causedByRef'));
    expect(await act(made, 'resolve', agent, { ...solution, ci: 'none' })).toMatchObject({
      state: 'resolved',
      resolvedById: agent.id,
      restoredAt: '2026-03-02T01:00:00.000Z',
      reopenUntil: '2026-03-12T01:00:00.000Z',
    });
  });
  test('the third equal incident in 30 days is resolved only with its problem', async () => {
    const same = { ...solution, ci: 'SAN-77' };
    const third = [];
    for (let i = 0; i < 3; i += 1) third.push(await started({ ci: 'SAN-77' }));
    const [one, ...others] = third;
    if (!one) throw new Error('none');
    expect(await refused(act(one, 'resolve', agent, same))).toMatchObject(
      refusedWith('incident.problem_required', 'problemRef'),
    );
    for (const other of others)
      await act(other, 'cancel', agent, { reason: 'recorded twice', closureCode: 'recorded_in_error' });
    expect(await act(one, 'resolve', agent, same)).toMatchObject({ state: 'resolved' });
  });
  test('the requester confirms; the engineer who owns it may not close it in their name', async () => {
    const made = await started();
    await act(made, 'reassign', agent, { teamId: desk.second.id, ownerId: engineer.id });
    await act(made, 'resolve', engineer, { ...solution, ci: 'none' });
    expect((await refused(act(made, 'close', engineer))).code).toBe('incident.closing_is_the_requesters');
    expect(await act(made, 'close', user)).toMatchObject({
      state: 'closed',
      closureCode: 'confirmed_by_requester',
      closedAt: '2026-03-02T01:00:00.000Z',
    });
  });
  test('the desk closes only with how the requester confirmed', async () => {
    const made = await resolved({ ci: 'A' });
    expect(await refused(act(made, 'close', agent))).toMatchObject(
      refusedWith('incident.confirmation_required', 'reason'),
    );
    expect(await act(made, 'close', agent, { reason: 'Confirmed by phone, 10:05' })).toMatchObject({
      closureCode: 'confirmed_through_desk',
    });
  });
  test('what is closed stays', async () => {
    const made = await resolved({ ci: 'B' });
    await act(made, 'close', user);
    expect((await refused(act(made, 'edit', manager, { title: 'Nothing happened' }))).code).toBe(
      'problem.wrong_state',
    );
    expect((await refused(act(made, 'cancel', manager, { reason: 'x' }))).code).toBe('problem.wrong_state');
  });
  test('the requester reopens within ten days, and later is told to report anew', async () => {
    const made = await resolved({ ci: 'C' });
    expect(await refused(act(made, 'reopen', user))).toMatchObject(
      refusedWith('incident.reopening_needs_words', 'comment'),
    );
    desk.at('2026-03-12T01:00:00Z');
    expect(await act(made, 'reopen', user, { comment: 'Still no mail' })).toMatchObject({
      state: 'reopened',
      reopenCount: 1,
      resolvedAt: null,
      resolution: null,
    });
    expect(await act(made, 'start', agent)).toMatchObject({
      state: 'in_progress',
      respondedAt: '2026-03-02T01:00:00.000Z',
    });
    await act(made, 'resolve', agent, solution);
    desk.at('2026-03-22T01:00:01Z');
    expect((await refused(act(made, 'reopen', user, { comment: 'Again' }))).code).toBe(
      'incident.reopen_window_over',
    );
    desk.at('2026-03-02T01:00:00Z');
  });
  test('the agreement’s days for reopening win over the default', async () => {
    const made = await started({ ci: 'D' });
    await owner.query(
      `insert into agreement (id, kind, valid_from, targets, reopen_days) values ($1, 'sla', '2026-01-01', '{}', 3) on conflict do nothing`,
      [desk.service.id],
    );
    await owner.query(
      `update clock set agreement_id = $2, calendar_id = $3, target_ms = 1 where record_id = $1 and name = 'resolution'`,
      [made.id, desk.service.id, desk.calendar.id],
    );
    expect(await act(made, 'resolve', agent, solution)).toMatchObject({
      reopenUntil: '2026-03-05T01:00:00.000Z',
    });
    await owner.query('delete from agreement');
  });
});

describe('withdrawing and families', () => {
  test('the reporter withdraws until work begins, with a reason', async () => {
    const made = await report({}, user);
    expect(fields(await refused(act(made, 'cancel', user)))).toEqual(['reason']);
    expect(await act(made, 'cancel', user, { reason: 'Works again' })).toMatchObject({
      state: 'cancelled',
      closureCode: 'withdrawn',
    });
    expect((await refused(act(await started(), 'cancel', user, { reason: 'x' }))).code).toBe(
      'incident.already_in_work',
    );
  });
  test('a duplicate points to its parent, and both trails say so', async () => {
    const parent = await report();
    const made = await report();
    expect(fields(await refused(act(made, 'mark_duplicate', agent, { parentId: parent.id })))).toEqual([
      'reason',
    ]);
    expect(
      await act(made, 'mark_duplicate', agent, { parentId: parent.id, reason: 'Same outage' }),
    ).toMatchObject({ state: 'duplicate', closureCode: 'duplicate' });
    const { rows } = await owner.query(`select kind from link where from_id = $1 and to_id = $2`, [
      made.id,
      parent.id,
    ]);
    expect(rows).toEqual([{ kind: 'duplicate_of' }]);
    const told = await owner.query(
      `select detail->>'number' as number from trail_event where record_id = $1 and action = 'link'`,
      [parent.id],
    );
    expect(told.rows).toEqual([{ number: made.number }]);
    expect(
      await refused(act(await report(), 'mark_duplicate', agent, { parentId: made.id, reason: 'x' })),
    ).toMatchObject(refusedWith('incident.parent_does_not_count', 'parentId'));
  });
  test('resolving a parent resolves its open children of any team and state, if asked', async () => {
    const parent = await started({ ci: 'CORE-1' });
    const young = await report({ ci: undefined });
    const other = await started({ ci: 'CORE-2' });
    for (const child of [young, other]) await act(child, 'set_parent', agent, { parentId: parent.id });
    await act(other, 'reassign', agent, { teamId: desk.second.id });
    await act(parent, 'resolve', agent, { ...solution, ci: 'CORE-1', resolveChildren: true });
    expect(await desk.read(young.id)).toMatchObject({
      state: 'resolved',
      priority: 2,
      ci: 'CORE-1',
      resolved_by_id: agent.id,
    });
    expect(await desk.read(other.id)).toMatchObject({
      state: 'resolved',
      ci: 'CORE-2',
      resolution: solution.resolution,
    });
  });
  test('without being asked, resolving a parent leaves its children alone', async () => {
    const parent = await started({ ci: 'CORE-3' });
    const child = await report();
    await act(child, 'set_parent', agent, { parentId: parent.id });
    await act(parent, 'resolve', agent, { ...solution, ci: 'CORE-3' });
    expect(await desk.read(child.id)).toMatchObject({ state: 'new' });
  });
  test('nobody resolves with a parent by hand', async () => {
    expect((await refused(act(await started(), 'resolve_with_parent', manager, solution))).status).toBe(403);
  });
});
