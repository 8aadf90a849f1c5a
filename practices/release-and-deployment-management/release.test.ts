import { beforeEach, describe, expect, test } from 'vitest';
import { hash, releaseHouse, type Row } from './release.fixture.ts';

const house = await releaseHouse();
const { at, developer, builder, tester, deployer, manager, answers, desk, auditor, user, service, now } =
  house;
beforeEach(() => at(now));

describe('planning and building', () => {
  test('users see no release, auditors make none', async () => {
    const release = await house.planned();
    await user.get(`/releases/${release.number}`).status(404);
    await auditor.post('/releases', await house.wanted()).status(403);
    await auditor.get(`/releases/${release.number}`).status(200);
  });
  test('its services are those of its changes', async () => {
    expect((await house.planned())['serviceId']).toBe(service.id);
  });
  test('nothing is built without deliverables, and a hash is a hash', async () => {
    const release = await house.planned();
    await builder.does(release, 'build').refused('release.no_deliverables', 'deliverables');
    await builder
      .does(release, 'build', { deliverables: [{ name: 'x', sha256: 'abc' }] })
      .refused('release.sha256');
  });
  test('a window that is reversed is refused', async () => {
    await manager
      .post('/releases', await house.wanted({ plannedEndAt: '2026-03-01T00:00:00Z' }))
      .refused('release.window_reversed', 'plannedEndAt');
  });
});

describe('testing and accepting', () => {
  test('acceptance criteria are written before the test, a load with its peak', async () => {
    const bare = await house.built({ criteria: [] });
    await manager
      .does(bare, 'start_test', { testerId: tester.id })
      .refused('release.no_criteria', 'criteria');
    const blind = await house.built({ criteria: [{ title: 'Bears the peak', kind: 'load' }] });
    await manager
      .does(blind, 'start_test', { testerId: tester.id })
      .refused('release.load_without_peak', 'criteria');
  });
  test('the tester is neither developer nor builder', async () => {
    const release = await house.built();
    for (const one of [developer, builder])
      await manager
        .does(release, 'start_test', { testerId: one.id })
        .refused('release.tester_developed', 'testerId');
  });
  test('neither developer nor builder writes results or accepts, whatever else they are', async () => {
    const release = await house.inTest();
    const verdicts = house.passed;
    for (const one of [developer, builder]) {
      await one.does(release, 'record_results', { verdicts }).refused('release.maker_tests');
      await one.does(release, 'accept').refused('release.maker_accepts');
    }
  });
  test('what was not tested is not accepted', async () => {
    const release = await house.tested({}, house.passed.slice(0, 1));
    await tester.does(release, 'accept').refused('release.untested');
  });
  test('a figure below the peak fails whatever the tester says, and then the parties decide with their reason', async () => {
    const [first, second] = house.passed;
    const release = await house.tested({}, [first ?? {}, { ...second, measured: 1500 }]);
    expect((release['results'] as { passed: boolean }[])[1]?.passed).toBe(false);
    await tester.does(release, 'accept').refused('release.criterion_failed');
    const failedDecision = 'The peak is in June; more nodes are ordered and tested before that.';
    await manager
      .does(release, 'decide_failure', { failedDecision: 'ok', decisionPartyIds: [answers.id] })
      .refused('release.decision_thin', 'failedDecision');
    await manager
      .does(release, 'decide_failure', { failedDecision, decisionPartyIds: [developer.id, builder.id] })
      .refused('release.parties_missing', 'decisionPartyIds');
    await developer
      .does(release, 'decide_failure', { failedDecision, decisionPartyIds: [answers.id] })
      .refused('release.maker_accepts');
    await manager.does(release, 'decide_failure', { failedDecision, decisionPartyIds: [answers.id] });
    expect((await tester.does(release, 'accept')).state).toBe('accepted');
  });
  test('nothing is decided about where nothing failed', async () => {
    const release = await house.tested();
    await manager
      .does(release, 'decide_failure', { failedDecision: 'x'.repeat(30), decisionPartyIds: [answers.id] })
      .refused('release.nothing_failed');
  });
});

describe('authorising', () => {
  test('a release without an approved change is refused', async () => {
    const none = await house.accepted({ changeIds: [] });
    await manager.does(none, 'request_approval').refused('release.no_change', 'changeIds');
    const draft = await house.accepted({ changeIds: [(await house.change('submitted')).id] });
    await manager.does(draft, 'request_approval').refused('release.change_not_approved', 'changeIds');
  });
  test('each wave has a stop criterion, and the rollback plan says something', async () => {
    const release = await house.accepted({ waves: [{ title: 'All', way: 'all', stopCriteria: [] }] });
    await manager.does(release, 'request_approval').refused('release.wave_without_stop', 'waves');
    await manager
      .does(release, 'request_approval', { waves: house.waves, rollbackPlan: 'n/a' })
      .refused('release.rollback_plan_thin', 'rollbackPlan');
    await manager.does(release, 'request_approval', { waves: [] }).refused('release.no_waves', 'waves');
  });
  test('whoever made something of it is not asked, and cannot approve', async () => {
    const release = await house.accepted({ developerIds: [answers.id] });
    await manager.does(release, 'request_approval');
    expect(await house.waiting(answers, release)).toBeUndefined();
    const asked = await house.waiting(manager, release);
    await answers.post(`/approvals/${asked?.id}/approve`).status(403);
    await manager.post(`/approvals/${asked?.id}/approve`);
    expect((await house.read(release)).state).toBe('approved');
  });
  test('a release that all who may decide refuse goes back to planning and is tested anew', async () => {
    const release = await manager.does(await house.accepted(), 'request_approval');
    for (const one of [answers, manager])
      await one.post(`/approvals/${(await house.waiting(one, release))?.id}/reject`, { reason: 'Month end' });
    const back = await house.read(release);
    expect([back.state, back['results']]).toEqual(['planned', []]);
  });
});

describe('deploying', () => {
  test('the baseline is taken before the start, of the service', async () => {
    const release = await house.approved();
    await deployer.does(release, 'start', { hashes: house.hashes }).refused('problem.wrong_state');
    await manager.does(release, 'take_baseline');
    const after = await house.read(release);
    expect(after.state).toBe('baselined');
    expect(after['baselineId']).not.toBeNull();
  });
  test('the service desk is told, and early enough; another window has to be told again', async () => {
    const release = await house.approved();
    await manager.does(release, 'take_baseline');
    at(house.inWindow);
    await deployer.does(release, 'start', { hashes: house.hashes }).refused('release.not_published');
    await manager.does(release, 'publish_schedule');
    await deployer.does(release, 'start', { hashes: house.hashes }).refused('release.notice_too_short');
    const told = (await desk.get('/me/notifications'))['items'] as Row[];
    expect(told.some((one) => one['kind'] === 'release.scheduled')).toBe(true);
    const moved = await manager.does(release, 'reschedule', {
      plannedStartAt: '2026-03-09T01:00:00Z', plannedEndAt: '2026-03-09T03:00:00Z', reason: 'Month end',
    }); // prettier-ignore
    expect(moved['publishedAt']).toBeNull();
  });
  test('it starts inside its window only, and by who deploys it', async () => {
    const release = await house.baselined();
    at('2026-03-05T01:00:00Z');
    await deployer.does(release, 'start', { hashes: house.hashes }).refused('release.outside_window');
    at(house.inWindow);
    await tester.does(release, 'start', { hashes: house.hashes }).refused('release.only_deployer');
  });
  test('what is deployed must be bit by bit what was tested', async () => {
    const release = await house.baselined();
    at(house.inWindow);
    const [one, two] = house.hashes;
    await deployer.does(release, 'start', { hashes: [one] }).refused('release.hash_missing', 'hashes');
    await deployer
      .does(release, 'start', { hashes: [one, { name: 'schema.sql', sha256: hash('c') }] })
      .refused('release.hash_differs', 'hashes');
    await deployer
      .does(release, 'start', { hashes: [one, two, { name: 'extra', sha256: hash('c') }] })
      .refused('release.not_of_the_release', 'hashes');
    expect((await deployer.does(release, 'start', { hashes: house.hashes })).state).toBe('deploying');
  });
  test('a change whose approval was withdrawn meanwhile stops the start', async () => {
    const change = await house.change('approved');
    const release = await house.baselined({ changeIds: [change.id] });
    await house.owner.query(`update record set state = 'cancelled' where id = $1`, [change.id]);
    at(house.inWindow);
    await deployer.does(release, 'start', { hashes: house.hashes }).refused('release.change_not_approved');
  });
  test('a wave goes on only when it was watched and is inside its limits; a stop has its reason', async () => {
    const release = await house.started();
    await deployer.does(release, 'decide_wave', { decision: 'go' }).refused('release.no_wave_runs');
    await deployer.does(release, 'start_wave');
    await deployer.does(release, 'start_wave').refused('release.wave_runs');
    await deployer
      .does(release, 'decide_wave', { decision: 'go' })
      .refused('release.metric_missing', 'decision');
    await deployer
      .does(release, 'record_figures', { figures: [{ criterion: 2, value: 1 }] })
      .refused('release.no_such_metric', 'figures');
    await deployer.does(release, 'record_figures', { figures: [{ criterion: 1, value: 4 }] });
    await deployer
      .does(release, 'decide_wave', { decision: 'go' })
      .refused('release.stop_criterion_met', 'decision');
    await deployer.does(release, 'decide_wave', { decision: 'stop' }).refused('release.stop_why', 'note');
    await deployer.does(release, 'decide_wave', { decision: 'stop', note: 'Four percent of mails fail' });
    await deployer.does(release, 'finish').refused('release.wave_open');
    // After a stop the same wave begins anew.
    const again = await deployer.does(release, 'start_wave');
    expect((again['waveRuns'] as { attempts: number }[])[0]?.attempts).toBe(2);
  });
  test('it is deployed after all waves and a passed smoke test', async () => {
    const release = await house.started();
    await house.oneWave(release);
    await house.oneWave(release);
    await deployer.does(release, 'start_wave').refused('release.no_wave_left');
    await deployer.does(release, 'finish').refused('release.smoke_test_missing');
    await deployer.does(release, 'smoke_test', { ...house.smoke, smokeResult: 'failed' });
    await deployer.does(release, 'finish').refused('release.smoke_test_missing');
    await deployer.does(release, 'smoke_test', house.smoke);
    expect((await deployer.does(release, 'finish')).state).toBe('deployed');
  });
  test('it is rolled back in one step with its reason, told to the desk, and analysed', async () => {
    const release = await house.started();
    await deployer.does(release, 'roll_back').status(422);
    const back = await deployer.does(release, 'roll_back', { reason: 'Mails are lost' });
    expect([back.state, back['rollbackReason'], back['successful']]).toEqual([
      'rolled_back',
      'Mails are lost',
      false,
    ]);
    const told = (await desk.get('/me/notifications'))['items'] as Row[];
    expect(told.some((one) => one['kind'] === 'release.rolled_back')).toBe(true);
    await manager.does(release, 'analyse', { resultAnalysis: 'ok' }).refused('release.analysis_thin');
    const resultAnalysis = 'The new store lost mails of shared boxes; a test for these was missing.';
    await manager.does(release, 'analyse', { resultAnalysis });
    await manager.does(release, 'analyse', { resultAnalysis }).refused('release.analysed_already');
  });
});
