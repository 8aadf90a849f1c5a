import { beforeEach, describe, expect, test } from 'vitest';
import { system } from '../../kernel/access/actor.ts';
import { hash, releaseHouse, type Row } from './release.fixture.ts';

const house = await releaseHouse();
const { at, desk, builder, tester, deployer, manager, answers, auditor, service, now } = house;
beforeEach(() => at(now));
const analysis = 'Mail is stable since, two reports concern another matter.';

describe('after it is deployed', () => {
  test('it is watched as long as its type says, then closed with its incidents counted for 7 and 30 days', async () => {
    const change = await house.change('approved');
    const release = await house.deployed({ changeIds: [change.id] });
    await manager.does(release, 'watch');
    await manager.does(release, 'close', { resultAnalysis: analysis }).refused('release.still_watched');
    const incident = async (day: string, caused: boolean, of: string | null) => {
      at(`2026-03-${day}T03:00:00Z`);
      const made = await house.create('incident', system(), {
        title: 'No mail', channel: 'phone', ...(of === null ? {} : { serviceId: of }), requesterId: house.user.id,
      }); // prettier-ignore
      if (caused)
        await desk.post(`/incidents/${made.number}/links`, { kind: 'caused_by', to: change.number });
    };
    await incident('09', false, service.id);
    await incident('10', true, null);
    at('2026-03-20T01:00:00Z');
    await incident('20', false, service.id);
    await manager.does(release, 'close', { resultAnalysis: 'ok' }).refused('release.analysis_thin');
    const closed = await manager.does(release, 'close', { resultAnalysis: analysis });
    // One of its making is one more than a minor release may have.
    expect([closed.state, closed['incidents7'], closed['incidents30'], closed['successful']]).toEqual([
      'closed',
      2,
      3,
      false,
    ]);
    const results = await answers.get(`/releases/${release.number}/results`);
    expect(results['counts']).toEqual({ within7: 2, within30: 3, caused: 1, hidden: 0 });
    expect((results['incidents'] as Row[]).map((one) => one['caused'])).toEqual([false, true, false]);
  });
  test("the figure is everybody's, the incidents behind it only theirs who may see them", async () => {
    const { items } = (await manager.get('/releases?filter[state]=closed')) as unknown as { items: Row[] };
    const board = await house.someone('Han Lin', ['cab-member']);
    const results = await board.get(`/releases/${items[0]?.number}/results`);
    expect(results['counts']).toMatchObject({ within30: 3, hidden: 3 });
    expect(results['incidents']).toEqual([]);
  });
  test('the problem that its change solves is told by which release, and is resolved or left to its owner', async () => {
    const change = await house.change('approved');
    const problem = await house.create('problem', system(), {
      title: 'Store leaks', description: 'It leaks', origin: 'monitoring', serviceId: service.id, ownerId: answers.id,
    }); // prettier-ignore
    const linked = `insert into link (from_id, kind, to_id, at) values ($1, 'solved_by', $2, now())`;
    await house.owner.query(linked, [problem.id, change.id]);
    await house.owner.query(`update record set state = 'fix_planned' where id = $1`, [problem.id]);
    const release = await house.deployed({ changeIds: [change.id] });
    await manager.does(release, 'watch');
    at('2026-03-20T01:00:00Z');
    await manager.does(release, 'close', { resultAnalysis: analysis });
    const links = (await answers.get(`/problems/${problem.number}/links`))['items'] as Row[];
    expect(links.map((one) => (one['record'] as Row).number)).toContain(release.number);
    const told = (await answers.get('/me/notifications'))['items'] as Row[];
    expect(told.some((one) => one['kind'] === 'release.fix_is_out')).toBe(true);
  });
  test('the story goes from the release to its change and to the baseline', async () => {
    const release = await house.baselined();
    const chain = (await manager.get(`/releases/${release.number}/chain`)) as unknown as {
      edges: { kind: string }[];
    };
    const kinds = chain.edges.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['brings_out', 'kept_before']));
  });
});

describe('a pipeline', () => {
  test('tells what it built, tested, started and finished, each once by its run', async () => {
    const release = await house.planned();
    const tell = (who: typeof builder, body: object) =>
      who.post(`/releases/${release.number}/pipeline`, body);
    const built = { event: 'built', run: 'gh-77', deliverables: house.deliverables };
    expect((await tell(builder, built)).state).toBe('built');
    expect((await tell(builder, built))['repeated']).toBe(true);
    await tell(builder, { ...built, deliverables: [{ name: 'x', sha256: hash('d') }] }).refused(
      'release.run_differs',
    );
    const tested = { event: 'tested', run: 'gh-77', results: house.passed };
    await tell(builder, tested).refused('release.tester_developed');
    expect((await tell(tester, tested)).state).toBe('in_test');
    await tell(deployer, { event: 'started', run: 'gh-77', hashes: house.hashes }).refused(
      'problem.wrong_state',
    );
    await tester.does(release, 'accept');
    await manager.does(release, 'request_approval');
    await answers.post(`/approvals/${(await house.waiting(answers, release))?.id}/approve`);
    await manager.does(release, 'publish_schedule');
    await manager.does(release, 'take_baseline');
    at(house.inWindow);
    const started = { event: 'started', run: 'gh-77', hashes: house.hashes };
    await tell(deployer, { ...started, hashes: [{ name: 'mailstore.deb', sha256: hash('e') }] }).refused(
      'release.hash_differs',
    );
    expect((await tell(deployer, started)).state).toBe('deploying');
    const finished = {
      event: 'finished',
      run: 'gh-77',
      outcome: 'deployed',
      evidence: 'Smoke suite 12 of 12',
    };
    await tell(deployer, finished).refused('release.wave_open');
    await house.oneWave(release);
    await house.oneWave(release);
    expect((await tell(deployer, finished)).state).toBe('deployed');
    expect((await tell(deployer, finished))['repeated']).toBe(true);
    const failed = await house.started();
    const lost = { event: 'finished', run: 'gh-78', outcome: 'failed', evidence: 'Node 2 does not start' };
    expect((await deployer.post(`/releases/${failed.number}/pipeline`, lost)).state).toBe('rolled_back');
  });
  test('a body that says nothing known is told its field', async () => {
    const release = await house.planned();
    await builder.post(`/releases/${release.number}/pipeline`, { event: 'flew', run: 'x' }).status(422);
    await auditor
      .post(`/releases/${release.number}/pipeline`, {
        event: 'built',
        run: 'x',
        deliverables: house.deliverables,
      })
      .status(403);
  });
});

describe('the types of releases', () => {
  test('are data that the release manager changes, and nobody else', async () => {
    const { value } = await manager.get('/releases/policy');
    const policy = value as Record<string, { noticeHours: number }>;
    await builder.put('/releases/policy', { value }).status(403);
    const next = { ...policy, minor: { ...policy['minor'], noticeHours: 0 } };
    const kept = await manager.put('/releases/policy', { value: next });
    expect((kept['value'] as typeof policy)['minor']?.noticeHours).toBe(0);
    await manager.put('/releases/policy', { value: { ...next, minor: { frequency: 'daily' } } }).status(422);
  });
});

test('the figures count what was deployed and open it', async () => {
  const period = 'from=2026-03-01&to=2026-04-01';
  const { items } = (await manager.get(`/measures?${period}`)) as unknown as { items: { key: string }[] };
  expect(items.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['release.success', 'release.lead_time', 'release.caused_incidents']),
  );
});
