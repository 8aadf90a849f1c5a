import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

/** An organisation with a service, somebody who leads the system, and people who correct and check. */
export async function nonconformityHouse() {
  const house = await served();
  const lead = await house.someone('Ma Jun', ['sms-manager']);
  const boss = await house.someone('Liu Gang', ['top-management']);
  const doer = await house.someone('Wang Fang', ['change-manager']);
  const engineer = await house.someone('Zhang Wei', ['engineer']);
  const auditor = await house.someone('Zhao Lei', ['internal-auditor']);
  const agent = await house.someone('Li Na', ['service-desk-agent']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  const service = await house.create('service', system(), { title: 'Online shop', ownerId: lead.id });
  const raised = (fields: Readonly<Record<string, unknown>> = {}) =>
    lead.post('/nonconformities', {
      title: 'Two changes were carried out without approval',
      description: 'CHG-000007 and CHG-000011 were implemented on 12 February; nobody had approved them.',
      requirement: '8.5.1.2-c',
      sourceNote: 'Weekly look at the schedule',
      ownerId: doer.id,
      ...fields,
    });
  const contained = async (fields: Readonly<Record<string, unknown>> = {}) =>
    doer.does(await raised(fields), 'contain', {
      correction: 'Both changes were reviewed and approved after the fact; nothing had to be backed out.',
    });
  const cause = {
    extentCheck: 'All 46 changes of the quarter were compared with their approvals.',
    extentResult: 'elsewhere',
    extentCount: 1,
    rcaMethod: 'five_whys',
    rootCause: 'The deployment tool starts a change by its date alone and never asks whether it was approved.',
    causeClass: 'technology',
  };
  const act = (record: { id: string }, fields: Readonly<Record<string, unknown>> = {}) =>
    lead.post('/action-items', {
      title: 'The deployment tool asks for the approval',
      ownerId: engineer.id,
      dueOn: '2026-03-20',
      sourceId: record.id,
      ...fields,
    });
  const plan = { successCriterion: 'No unapproved change in thirty days', dueOn: '2026-04-01' };
  const done = async () => {
    const record = await contained();
    await doer.does(record, 'find_cause', cause);
    const action = await act(record);
    await doer.does(record, 'plan', plan);
    await engineer.does(action, 'finish', { result: 'The gate is on for all services.' });
    return doer.does(record, 'finish', { systemChange: 'process', systemChangeNote: 'Procedure for changes, 4.2' });
  }; // prettier-ignore
  /** Waited for a month; the clock is at its end. */
  const toCheck = async () => {
    house.at('2026-03-02T01:00:00Z');
    const record = await done();
    await doer.does(record, 'wait', {});
    house.at('2026-04-02T01:00:00Z');
    return auditor.does(record, 'begin_check');
  };
  const closed = async () =>
    auditor.does(await toCheck(), 'confirm_effective', {
      effectivenessNote: 'All 15 changes of March had their approval before they began.',
    });
  return { ...house, lead, boss, doer, engineer, auditor, agent, user, service, raised, contained, cause, act, plan, done, toCheck, closed };
} // prettier-ignore
