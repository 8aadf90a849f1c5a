import { served } from '../../app/testing/served.ts';
import { begin } from '../../kernel/record/act.ts';
import { makeAssessments } from './assessment.making.ts';

/** An organisation whose requirements have their records, and the people who speak of them. */
export async function readinessHouse() {
  const house = await served();
  await begin(house.house, (work) => makeAssessments(work, 'en'));
  const boss = await house.someone('Ma Jun', ['top-management']);
  const manager = await house.someone('Chen Jie', ['sms-manager']);
  const owner = await house.someone('Zhang Wei', ['incident-manager']);
  const auditor = await house.someone('Qian Yi', ['internal-auditor']);
  const engineer = await house.someone('Li Na', ['engineer']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  /** The record of a requirement. */
  const of = async (requirement: string) => {
    const { items } = (await manager.get(`/requirement-assessments?filter[requirement]=${requirement}`)) as unknown as {
      items: { number: string; id: string; state: string }[];
    };
    const [found] = items;
    if (!found) throw new Error(`no record of ${requirement}`);
    return found;
  }; // prettier-ignore
  const owned = async (requirement: string) => {
    const record = await of(requirement);
    await manager.patch(`/requirement-assessments/${record.number}`, { ownerId: owner.id });
    return record;
  };
  const plan = (fields: Readonly<Record<string, unknown>> = {}) =>
    manager.post('/gap-actions', {
      title: 'Write the procedure for major incidents',
      requirements: ['8.6.1-h'],
      ownerId: owner.id,
      startsOn: '2026-03-02',
      dueOn: '2026-03-20',
      effortDays: 5,
      ...fields,
    });
  return { ...house, boss, manager, owner, auditor, engineer, user, of, owned, plan };
}
