import { served, type Client } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

export type Row = { id: string; number: string; state: string } & Record<string, unknown>;
export const hash = (digit: string) => digit.repeat(64);

/** An organisation that brings changes out: who builds, who tests, who decides, and the service that is concerned. */
export async function releaseHouse() {
  const house = await served();
  const { someone, create, at, owner } = house;
  const now = '2026-03-02T01:00:00Z';
  at(now);
  const software = system();
  const people = {
    developer: await someone('Zhang Wei', ['engineer']),
    builder: await someone('Chen Jie', ['engineer']),
    tester: await someone('Li Na', ['engineer']),
    deployer: await someone('Ma Tao', ['engineer']),
    manager: await someone('Wang Fang', ['release-manager']),
    answers: await someone('Zhou Min', ['service-owner']),
    desk: await someone('Sun Li', ['service-desk-lead']),
    auditor: await someone('Zhao Lei', ['internal-auditor']),
    user: await someone('Wu Gang', [], { kind: 'user' }),
  };
  const service = await create('service', software, { title: 'E-mail', criticality: 'high', ownerId: people.answers.id });
  /** A change in this state; how it came there is tested where changes are. */
  const change = async (state: string) => {
    const made = (await people.developer.post('/changes', {
      title: 'Mail store to release 9.2', category: 'significant', subjectIds: [service.id],
    }));
    await owner.query('update record set state = $2 where id = $1', [made.id, state]);
    return made;
  };
  const waves = [
    { title: 'Canary', way: 'canary', share: 5, stopCriteria: [{ metric: 'Error rate', above: 1, unit: '%' }] },
    { title: 'Everybody', way: 'all', share: 100, stopCriteria: [{ metric: 'Error rate', above: 1, unit: '%' }] },
  ];
  const criteria = [
    { title: 'Mail arrives within a minute', kind: 'functional' },
    { title: 'Bears the morning peak', kind: 'load', target: 2000, unit: 'users' },
  ];
  const deliverables = [
    { name: 'mailstore.deb', version: '9.2', sha256: hash('a') },
    { name: 'schema.sql', version: '9.2', sha256: hash('b') },
  ];
  const hashes = deliverables.map(({ name, sha256 }) => ({ name, sha256 }));
  const wanted = async (input: object = {}) => ({
    title: 'Mail store 9.2', kind: 'minor', versionName: '9.2.0', developerIds: [people.developer.id], builderId: people.builder.id,
    deployerId: people.deployer.id, criteria, waves, method: 'Package by package, node by node.', changeIds: [(await change('approved')).id],
    rollbackPlan: 'Install mailstore 9.1 on both nodes; decided at 02:30; takes 25 minutes.',
    plannedStartAt: '2026-03-08T01:00:00Z', plannedEndAt: '2026-03-08T05:00:00Z', ...input,
  });
  const planned = async (input: object = {}) => people.manager.post('/releases', await wanted(input));
  const built = async (input: object = {}) => people.builder.does(await planned(input), 'build', { deliverables });
  const inTest = async (input: object = {}) =>
    people.manager.does(await built(input), 'start_test', { testerId: people.tester.id });
  const passed = [
    { criterion: 1, passed: true, evidence: 'TST-17' },
    { criterion: 2, passed: true, measured: 2300, evidence: 'Load report 4' },
  ];
  const tested = async (input: object = {}, verdicts: object[] = passed) =>
    people.tester.does(await inTest(input), 'record_results', { verdicts });
  const accepted = async (input: object = {}) => people.tester.does(await tested(input), 'accept');
  const waiting = async (who: Client, release: { number: string }) =>
    ((await who.get('/me/approvals'))['items'] as Row[]).find((one) => (one['record'] as Row).number === release.number);
  const approved = async (input: object = {}) => {
    const release = await people.manager.does(await accepted(input), 'request_approval');
    await people.answers.post(`/approvals/${(await waiting(people.answers, release))?.id}/approve`);
    return release;
  };
  const read = async (release: { number: string }) => people.manager.get(`/releases/${release.number}`);
  const baselined = async (input: object = {}) => {
    at(now);
    const release = await approved(input);
    await people.manager.does(release, 'publish_schedule');
    await people.manager.does(release, 'take_baseline');
    return read(release);
  };
  const inWindow = '2026-03-08T01:10:00Z';
  const started = async (input: object = {}) => {
    const release = await baselined(input);
    at(inWindow);
    return people.deployer.does(release, 'start', { hashes });
  };
  const oneWave = async (release: { number: string }) => {
    await people.deployer.does(release, 'start_wave');
    await people.deployer.does(release, 'record_figures', { figures: [{ criterion: 1, value: 0.2 }] });
    return people.deployer.does(release, 'decide_wave', { decision: 'go' });
  };
  const smoke = { smokeResult: 'passed', smokeEvidence: 'Ten mails sent and received on each node.' };
  const deployed = async (input: object = {}) => {
    const release = await started(input);
    await oneWave(release);
    await oneWave(release);
    await people.deployer.does(release, 'smoke_test', smoke);
    return people.deployer.does(release, 'finish');
  };
  return {
    ...house, ...people, service, change, wanted, planned, built, inTest, tested, accepted, waiting, approved, baselined, started, oneWave, deployed,
    smoke, read, hashes, deliverables, passed, criteria, waves, inWindow, now,
  };
} // prettier-ignore
