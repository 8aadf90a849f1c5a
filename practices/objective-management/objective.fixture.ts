import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

/** People who set and judge objectives, a live service, and figures to feed them. */
export async function objectiveHouse() {
  const house = await served();
  const service = await house.create('service', system(), { title: 'E-mail' });
  await house.owner.query(`update record set state = 'published' where id = $1`, [service.id]);
  const boss = await house.someone('Ma Jun', ['top-management']);
  const manager = await house.someone('Chen Jie', ['sms-manager']);
  const owner = await house.someone('Zhang Wei', ['service-owner']);
  const engineer = await house.someone('Li Na', ['engineer']);
  const auditor = await house.someone('Qian Yi', ['internal-auditor']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  const whole = {
    title: 'Agreements on restoration are kept',
    level: 'organisation',
    source: 'kpi',
    measureKey: 'obligation.evaluated',
    baseline: 80,
    target: 95,
    period: 'month',
    startsOn: '2026-01-01',
    dueOn: '2026-12-31',
    ownerId: owner.id,
    policySentence: 'We keep what we promise.',
    plan: [{ what: 'Train the desk', resources: '10 days', personId: owner.id, until: '2026-06-30' }],
    evaluation: 'Each month by the figure; the mean of the year counts',
  };
  const entered = { source: 'entered', measureKey: null, formula: 'answers of 4 and 5 / all answers', unit: 'percent' };
  const proposed = (fields: Readonly<Record<string, unknown>> = {}) => owner.post('/objectives', clean({ ...whole, ...fields }));
  const active = async (fields: Readonly<Record<string, unknown>> = {}) => {
    const made = await proposed(fields);
    await boss.does(made, 'approve');
    return owner.does(made, 'activate');
  };
  const law = async () => {
    const made = await engineer.post('/obligations', { title: 'Data Security Law', kind: 'law' });
    return manager.does(made, 'apply', { applicabilityReason: 'Data', bearing: 'Controls', ownerId: owner.id });
  };
  const planText = Object.fromEntries(
    ['limitations', 'humans', 'technical', 'information', 'financial', 'parties', 'technology', 'measuring', 'auditing', 'reporting', 'improving'].map((name) => [name, `What is said of ${name}`]),
  );
  const plan = { title: 'Plan 2026', validFrom: '2026-03-01', validTo: '2027-02-28', ...planText };
  return { ...house, tables: house.owner, service, boss, manager, owner, engineer, auditor, user, whole, entered, proposed, active, law, plan, planText };
} // prettier-ignore

const clean = (input: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
