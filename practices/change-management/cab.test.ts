import { beforeEach, describe, expect, test } from 'vitest';
import { changeHouse, highRisk, items, type Row } from './change.fixture.ts';

const house = await changeHouse();
const { at, requester, manager, boss, board, answers } = house;
const second = await house.someone('Gao Yan', ['cab-member']);
const engineer = await house.someone('Tang Bo', ['cab-member', 'engineer']);

beforeEach(() => at('2026-03-02T01:00:00Z'));
let windows = 0;
const apart = () => {
  windows += 1;
  const from = Date.parse('2026-04-01T00:00:00Z') + windows * 86_400_000;
  return { plannedStartAt: new Date(from).toISOString(), plannedEndAt: new Date(from + 3_600_000).toISOString() };
}; // prettier-ignore
const meeting = (input: object = {}) =>
  manager.post('/cab-meetings', {
    title: 'Weekly board',
    startsAt: '2026-03-03T02:00:00Z',
    quorum: 3,
    ...input,
  });
const agenda = (of: Row) =>
  (of['agenda'] as { number: string; stage: string }[]).map(({ number, stage }) => [number, stage]);
const present = { presentIds: [manager.id, board.id, second.id, engineer.id] };

describe('a meeting of the board', () => {
  test('has on its agenda what waits for an assessment or a decision, and its members by their role', async () => {
    const submitted = await house.submitted(apart());
    const assessed = await house.assessed({}, apart());
    const made = await meeting();
    expect(agenda(made)).toEqual(
      expect.arrayContaining([[submitted.number, 'assessment'], [assessed.number, 'approval']]),
    );
    expect(made['memberIds']).toEqual(expect.arrayContaining([manager.id, board.id, second.id]));
    const draft = await house.request(apart());
    await manager.does(made, 'put_on', { change: draft.number }).refused('cab_meeting.awaits_nothing', 'change');
    await manager.does(made, 'put_on', { change: assessed.number }).refused('cab_meeting.on_agenda', 'change');
    await requester.post('/cab-meetings', { title: 'Mine', startsAt: '2026-03-03T02:00:00Z' }).status(403);
  });
  test('does not open without its quorum, and guests do not make one', async () => {
    const made = await meeting();
    await manager.does(made, 'open', { presentIds: [manager.id, board.id] }).refused('cab_meeting.no_quorum', 'presentIds');
    await manager.does(made, 'open', { presentIds: [manager.id, board.id, boss.id] }).refused('cab_meeting.no_quorum');
    expect((await manager.does(made, 'open', present)).state).toBe('in_session');
    await meeting({ memberIds: [manager.id], quorum: 2 }).refused('cab_meeting.quorum_too_large', 'quorum');
  });
  test('only members who are present vote, and nobody on their own change', async () => {
    const own = await engineer.post('/changes', { ...house.asked, ...apart() });
    await engineer.does(own, 'submit');
    await engineer.does(own, 'assess', house.assessment);
    const open = await manager.does(await meeting(), 'open', { presentIds: [manager.id, second.id, engineer.id] });
    const aye = { change: own.number, vote: 'approve' };
    await answers.does(open, 'vote', aye).refused('cab_meeting.only_members');
    await board.does(open, 'vote', aye).refused('cab_meeting.not_present');
    await engineer.does(open, 'vote', aye).refused('cab_meeting.own_change');
    await second.does(open, 'vote', { ...aye, vote: 'reject' }).refused('cab_meeting.why_rejected', 'note');
    await second.does(open, 'vote', { ...aye, change: 'CHG-000000' }).refused('cab_meeting.not_on_agenda', 'change');
    await second.does(open, 'vote', aye);
    await manager.does(open, 'conclude', { change: own.number, outcome: 'approved' }).refused('cab_meeting.too_few_votes', 'outcome');
  });
  test('decides by its votes; these become the voices in the approval, with the number of the minutes as evidence', async () => {
    const change = await house.assessed({ riskAnswers: highRisk, ...house.plan }, apart());
    const open = await manager.does(await meeting(), 'open', present);
    for (const who of [manager, board]) await who.does(open, 'vote', { change: change.number, vote: 'approve' });
    await second.does(open, 'vote', { change: change.number, vote: 'reject', note: 'The way back is too slow.' });
    await manager.does(open, 'conclude', { change: change.number, outcome: 'rejected' }).refused('cab_meeting.votes_say_otherwise', 'outcome');
    await requester.does(open, 'conclude', { change: change.number, outcome: 'approved' }).refused('cab_meeting.only_chair');
    await manager.does(open, 'conclude', { change: change.number, outcome: 'approved' });
    await board.does(open, 'vote', { change: change.number, vote: 'reject', note: 'After all not.' }).refused('cab_meeting.concluded_already');
    const { rows } = await house.owner.query<{ decided_by: string; decision: string; reason: string }>(
      `select d.decided_by, d.decision, d.reason from approval a join approval_decision d on d.approval_id = a.id where a.record_id = $1`,
      [change.id],
    );
    expect(rows.map((row) => row.decided_by)).toEqual(expect.arrayContaining([manager.id, board.id]));
    expect(rows.every(({ reason }) => reason.includes(open.number))).toBe(true);
    // Management has not spoken yet: high risk is not the board's alone.
    expect((await house.read(change)).state).toBe('assessed');
    expect((await house.decide(boss, change))['state']).toBe('approved');
    expect(await items(requester.get(`/changes/${change.number}/meetings`))).toMatchObject([{ number: open.number, outcome: 'approved' }]);
  });
  test('rejects, also where the first voice against it already ends the approval', async () => {
    const change = await house.assessed({ riskAnswers: highRisk, ...house.plan }, apart());
    const open = await manager.does(await meeting(), 'open', present);
    const note = 'Nobody has ever tried the way back.';
    for (const who of [manager, board, second]) await who.does(open, 'vote', { change: change.number, vote: 'reject', note });
    const held = await manager.does(open, 'conclude', { change: change.number, outcome: 'rejected' });
    expect(held['agenda']).toContainEqual(expect.objectContaining({ number: change.number, outcome: 'rejected' }));
    expect(await house.read(change)).toMatchObject({ state: 'rejected' });
  });
  test('advises before the assessment, and closes when all is decided and the minutes say something', async () => {
    const change = await house.submitted(apart());
    const open = await manager.does(await meeting(), 'open', present);
    await manager.does(open, 'conclude', { change: change.number, outcome: 'approved' }).refused('cab_meeting.only_advice', 'outcome');
    await manager.does(open, 'conclude', { change: change.number, outcome: 'advised', note: 'Do it in two parts.' });
    await manager.does(open, 'close', { minutes: 'All were there.' }).refused('cab_meeting.items_open');
    for (const [number] of agenda(await manager.get(`/cab-meetings/${open.number}`)))
      await manager.does(open, 'take_off', { change: number }).catch(() => undefined);
    await manager.does(open, 'close', { minutes: '-' }).refused('cab_meeting.minutes_thin', 'minutes');
    expect((await manager.does(open, 'close', { minutes: 'Advice given on one change; the others next time.' })).state).toBe('closed');
  });
}); // prettier-ignore
