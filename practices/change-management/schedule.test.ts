import { beforeEach, describe, expect, test } from 'vitest';
import { begin } from '../../kernel/record/act.ts';
import { system } from '../../kernel/access/actor.ts';
import { endFreezes } from './change-freeze.jobs.ts';
import { collisionsOf } from './change.collisions.ts';
import { changeHouse, highRisk, items } from './change.fixture.ts';
import { calendarFile } from '../../kernel/calendar/ical-file.ts';
import { lowUse } from './low-use.ts';

const house = await changeHouse();
const { at, requester, implementer, manager, boss, board, auditor, user, service, dependent, create } = house; // prettier-ignore

beforeEach(() => at('2026-03-02T01:00:00Z'));
let windows = 0;
const apart = (hours = 1) => {
  windows += 1;
  const from = Date.parse('2026-04-01T00:00:00Z') + windows * 7 * 86_400_000;
  return {
    plannedStartAt: new Date(from).toISOString(),
    plannedEndAt: new Date(from + hours * 3_600_000).toISOString(),
  };
};
type Found = { number: string; kind: string; relation: string; path: string[]; overlapFrom: string; overlapTo: string; letPass: object | null }; // prettier-ignore
const collisions = async (change: { number: string }) =>
  (await requester.get(`/changes/${change.number}/outlook`))['collisions'] as Found[];
const freeze = async (window: ReturnType<typeof apart>, more: object = {}) => {
  const made = await manager.post('/change-freezes', {
    title: 'Year end', startsAt: window.plannedStartAt, endsAt: window.plannedEndAt, purpose: 'The books are closed.', ...more,
  }); // prettier-ignore
  return manager.does(made, 'declare');
};

describe('the collision check', () => {
  test('finds another change on the same thing at the same time, with the overlap', async () => {
    const window = apart(2);
    const first = await house.submitted(window);
    const half = new Date(Date.parse(window.plannedStartAt) + 3_600_000).toISOString();
    const second = await house.submitted({ ...window, plannedStartAt: half });
    expect(await collisions(second)).toMatchObject([
      { number: first.number, kind: 'change', relation: 'same', path: [service.id], overlapFrom: half, overlapTo: window.plannedEndAt },
    ]); // prettier-ignore
  });
  test('finds a change on what the service needs, and from there on what needs it, with the way', async () => {
    const window = apart();
    const below = await house.submitted(window);
    const above = await house.submitted({ ...window, subjectIds: [dependent.id] });
    expect(await collisions(above)).toMatchObject([
      { number: below.number, relation: 'upstream', path: [dependent.id, service.id] },
    ]);
    expect(await collisions(below)).toMatchObject([
      { number: above.number, relation: 'downstream', path: [service.id, dependent.id] },
    ]);
  });
  test('finds nothing where the windows only touch, or the things have nothing to do with each other', async () => {
    const window = apart();
    await house.submitted(window);
    const next = await house.submitted({
      plannedStartAt: window.plannedEndAt,
      plannedEndAt: new Date(Date.parse(window.plannedEndAt) + 3_600_000).toISOString(),
    });
    expect(await collisions(next)).toEqual([]);
    const other = await create('service', system(), { title: 'Car park', criticality: 'low' });
    expect(await collisions(await house.submitted({ ...window, subjectIds: [other.id] }))).toEqual([]);
  });
  test('is kept with the assessment: what was found, when and by whom', async () => {
    const window = apart();
    const first = await house.submitted(window);
    const second = await house.submitted(window);
    await requester
      .does(second, 'assess', house.assessment)
      .refused('change.collides', 'collisionResolution');
    const assessed = await requester.does(second, 'assess', {
      ...house.assessment,
      collisionResolution: 'One engineer does both, one after the other.',
    });
    expect(assessed).toMatchObject({
      collisions: [{ number: first.number }],
      collisionsCheckedById: requester.id,
      collisionsCheckedAt: '2026-03-02T01:00:00.000Z',
    });
  });
  test('takes less than 100 ms against 10,000 scheduled changes, by the index of windows', async () => {
    await house.owner.query(`
      with made as (
        insert into record (id, type, number, title, state, open, created_at, updated_at, occurred_at)
        select gen_random_uuid(), 'change', 'CHG-9' || lpad(n::text, 6, '0'), 'Planned ' || n, 'scheduled', true, now(), now(), now()
        from generate_series(1, 10000) n returning id, number)
      insert into change (id, planned_start_at, planned_end_at)
      select id, '2027-01-01'::timestamptz + make_interval(mins => 50 * right(number, 6)::int),
        '2027-01-01'::timestamptz + make_interval(mins => 50 * right(number, 6)::int + 120) from made`);
    await house.owner.query(
      `insert into change_subject (change_id, record_id) select id, $1 from change where planned_start_at >= '2027-01-01'`,
      [service.id],
    );
    await house.owner.query('analyze record, change, change_subject');
    const wanted = {
      id: '00000000-0000-7000-8000-000000000000', subjectIds: [service.id], from: '2027-06-01T00:00:00Z', to: '2027-06-01T04:00:00Z',
    }; // prettier-ignore
    const check = () => begin(house.house, (work) => collisionsOf(work, wanted));
    await check();
    const began = performance.now();
    expect((await check()).length).toBeGreaterThan(3);
    expect(performance.now() - began).toBeLessThan(100);
    const { rows } = await house.owner.query<Record<string, string>>(
      `explain select 1 from change c join record r on r.id = c.id
       where tstzrange(c.planned_start_at, c.planned_end_at) && tstzrange('2027-06-01', '2027-06-02')
         and c.planned_start_at is not null and c.planned_end_at >= c.planned_start_at and r.state = 'scheduled'`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('change_window');
    await house.owner.query(
      `update record set state = 'cancelled', open = false where number like 'CHG-9%' and type = 'change'`,
    );
  });
});

describe('a freeze', () => {
  test('holds back what is planned in it, on the things it names and on what these need, until somebody lets it pass with a reason', async () => {
    const window = apart();
    const frozen = await freeze(window, { scope: 'subjects', subjectIds: [dependent.id] });
    const change = await house.submitted(window);
    expect(await collisions(change)).toMatchObject([{ number: frozen.number, kind: 'freeze' }]);
    const resolution = { collisionResolution: 'The exception is asked for from the change manager.' };
    await requester.does(change, 'assess', { ...house.assessment, ...resolution });
    await house.decide(manager, change);
    await requester.does(change, 'schedule', house.plan).refused('change.frozen');
    const pass = { change: change.number, reason: 'The supplier comes only on this day.' };
    await requester.does(frozen, 'let_pass', pass).status(403);
    await manager.does(frozen, 'let_pass', { change: change.number }).status(422);
    await manager
      .does(frozen, 'let_pass', { ...pass, change: 'CHG-000000' })
      .refused('change.unknown', 'change');
    await boss.does(frozen, 'let_pass', pass);
    await boss.does(frozen, 'let_pass', pass).refused('change_freeze.passes_already');
    expect((await requester.does(change, 'schedule', house.plan)).state).toBe('scheduled');
    expect(await items(auditor.get(`/change-freezes/${frozen.number}/exceptions`))).toMatchObject([
      { changeId: change.id, byId: boss.id, reason: pass.reason },
    ]);
    await manager.does(frozen, 'lift', { reason: 'Over' });
  });
  test('does not touch work that merely uses what is frozen, nor emergencies where it says so', async () => {
    const window = apart();
    const frozen = await freeze(window, { scope: 'subjects', subjectIds: [service.id] });
    expect(await collisions(await house.submitted({ ...window, subjectIds: [dependent.id] }))).toEqual([]);
    const urgent = await requester.post('/changes', { ...house.asked, ...window, category: 'emergency' });
    expect((await collisions(urgent)).filter(({ kind }) => kind === 'freeze')).toEqual([]);
    await manager.does(frozen, 'lift', { reason: 'Over' });
  });
  test('declared after it was scheduled still holds back the start', async () => {
    const window = apart();
    const change = await house.scheduled({}, window);
    const frozen = await freeze(window);
    at(window.plannedStartAt);
    await implementer.does(change, 'start').refused('change.frozen');
    await manager.does(frozen, 'let_pass', { change: change.number, reason: 'Agreed with the director of sales.' });
    expect((await implementer.does(change, 'start')).state).toBe('implementing');
  }); // prettier-ignore
  test('whoever asked for a change does not let it pass; nobody declares one without its reason', async () => {
    const window = apart();
    const frozen = await freeze(window);
    const own = await manager.post('/changes', { ...house.asked, ...window });
    await manager
      .does(frozen, 'let_pass', { change: own.number, reason: 'I really want this one done.' })
      .refused('change_freeze.own_change');
    const bare = await manager.post('/change-freezes', {
      title: 'X', startsAt: window.plannedStartAt, endsAt: window.plannedEndAt,
    }); // prettier-ignore
    await manager.does(bare, 'declare').status(422);
    await requester.post('/change-freezes', { title: 'X' }).status(403);
    await manager.does(frozen, 'lift', { reason: 'Over' });
  });
});

describe('another window', () => {
  test('a scheduled change of low risk is moved with a reason by those who work on it', async () => {
    const change = await house.scheduled({}, apart());
    const there = { ...apart(), reason: 'Staff is ill.' };
    await auditor.does(change, 'reschedule', there).status(403);
    expect((await requester.does(change, 'reschedule', there)).state).toBe('scheduled');
  });
  test('one that the board and management approved goes back to be assessed and decided again', async () => {
    const change = await house.assessed({ riskAnswers: highRisk, ...house.plan }, apart());
    for (const who of [manager, board, boss]) await house.decide(who, change);
    await requester.does(change, 'schedule', house.plan);
    const there = { ...apart(), reason: 'The supplier cannot come.' };
    await requester.does(change, 'reschedule', there).refused('change.window_not_approved', 'plannedStartAt');
    const back = await requester.does(change, 'move_back', there);
    expect(back).toMatchObject({
      state: 'submitted',
      approvedAt: null,
      assessedAt: null,
      collisions: [],
      collisionsCheckedAt: null,
      plannedStartAt: there.plannedStartAt,
    });
    await implementer.does(change, 'start').refused('problem.wrong_state');
    await requester.does(change, 'assess', { ...house.assessment, riskAnswers: highRisk, ...house.plan });
    expect(await house.waiting(manager, change)).toBeDefined();
  });
});

describe('the forward schedule', () => {
  const span = (window: ReturnType<typeof apart>) =>
    `from=${window.plannedStartAt}&to=${window.plannedEndAt}`;
  test('shows changes, freezes, announced maintenance and meetings of a span, and who may move what', async () => {
    const window = apart();
    const change = await house.scheduled({}, window);
    const frozen = await freeze(window, { scope: 'subjects', subjectIds: [dependent.id] });
    await create('maintenance-notice', system(), { title: 'Power works', startsAt: window.plannedStartAt, endsAt: window.plannedEndAt });
    await manager.post('/cab-meetings', { title: 'Weekly', startsAt: window.plannedStartAt });
    const seen = await requester.get(`/changes/schedule?${span(window)}`);
    expect(seen).toMatchObject({
      changes: [{ number: change.number, move: { action: 'reschedule' } }],
      freezes: [{ number: frozen.number }], maintenance: [{ title: 'Power works' }], meetings: [{ title: 'Weekly' }],
    });
    const others = await auditor.get(`/changes/schedule?${span(window)}`);
    expect((others['changes'] as { move: { action: string | null } }[])[0]?.move.action).toBeNull();
    expect((await requester.get(`/changes/schedule?${span(window)}&risk=high`))['changes']).toEqual([]);
    expect((await requester.get(`/changes/schedule?${span(window)}&service=${dependent.id}`))['changes']).toHaveLength(1);
    await user.get(`/changes/schedule?${span(window)}`).status(403);
    await requester.get('/changes/schedule?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z').refused('schedule.span_reversed', 'to');
    await requester.get('/changes/schedule?from=x&to=y').status(422);
    await manager.does(frozen, 'lift', { reason: 'Over' });
  }); // prettier-ignore
  test('is read by a calendar program at a secret address, which can be revoked', async () => {
    const window = apart();
    at(new Date(Date.parse(window.plannedStartAt) - 86_400_000).toISOString());
    const change = await house.submitted({ ...window, title: 'Mail, store; to 9.3' });
    const { path } = (await requester.post('/changes/schedule/feed')) as unknown as { path: string };
    const read = (url: string) => house.app.inject({ method: 'GET', url });
    const file = await read(path);
    expect(file.headers['content-type']).toContain('text/calendar');
    expect(file.body).toContain(`SUMMARY:${change.number} Mail\\, store\\; to 9.3`);
    expect(file.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const second = (await requester.post('/changes/schedule/feed')) as unknown as { path: string };
    expect((await read(path)).statusCode).toBe(404);
    await requester.delete('/changes/schedule/feed');
    expect((await read(second.path)).statusCode).toBe(404);
    await user.post('/changes/schedule/feed').status(403);
  });
  test('a line of Chinese is folded between characters', () => {
    const file = calendarFile('日程', [{ uid: 'x', from: '2026-03-01T00:00:00Z', to: '2026-03-01T01:00:00Z', summary: '邮件系统升级'.repeat(20), description: '', status: 'CONFIRMED' }], 0);
    expect(file).not.toContain('\uFFFD');
    expect(file.replaceAll('\r\n ', '')).toContain('邮件系统升级'.repeat(20));
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  }); // prettier-ignore
  test('a window of low use is proposed: few reports, outside promised hours, not on anything else', async () => {
    const change = await house.submitted(apart(2));
    const proposed = await requester.get(`/changes/${change.number}/windows`);
    expect(proposed['windows']).toHaveLength(5);
    expect(proposed['basis']).toMatchObject({ of: 'nothing', zone: 'Asia/Shanghai' });
    await requester.get(`/changes/${change.number}/windows?minutes=abc`).status(422);
    const hours = Array.from({ length: 168 }, (_, hour) => (hour === 3 ? 0 : 13));
    const [best] = lowUse({
      earliest: Date.parse('2026-03-02T00:00:00Z'), latest: Date.parse('2026-03-10T00:00:00Z'), lengthMs: 3_600_000,
      hours, weeks: 13, zone: 'UTC', calendars: [], taken: [{ from: '2026-03-02T03:30:00Z', to: '2026-03-02T04:00:00Z' }], most: 3,
    }); // prettier-ignore
    expect(best).toEqual({ from: '2026-03-09T03:00:00.000Z', to: '2026-03-09T04:00:00.000Z', expected: 0, promisedMinutes: 0 }); // prettier-ignore
  });
});

test('a freeze that is over ends by itself', async () => {
  const frozen = await freeze(apart());
  at(String(frozen['endsAt']));
  await endFreezes.run(house.house);
  expect((await manager.get(`/change-freezes/${frozen.number}`)).state).toBe('over');
});
