import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { forgetActors } from '../../kernel/directory/actor.store.ts';

type Cell = { number: string; id: string; siteId: string; ruleId: string; standing: string; until: string | null; records: string | null; seen: { found: number; of: number } | null }; // prettier-ignore
type Drift = {
  cells: Cell[];
  sites: { id: string; title: string }[];
  rules: { id: string; number: string }[];
  trend: { day: string; counts: Record<string, number> }[];
};

/** A group with two branches: who leads it, who leads one of them, and who only works there. */
export async function siteHouse() {
  const house = await served();
  const head = await house.create('organisation', system(), { title: 'Group', kind: 'own_unit' });
  const branch = (title: string) =>
    house.create('organisation', system(), { title, kind: 'branch', parentId: head.id });
  const [north, south] = [await branch('North'), await branch('South')];
  const southDesk = await house.create('organisation', system(), { title: 'South desk', kind: 'own_unit', parentId: south.id }); // prettier-ignore
  const boss = await house.someone('Ma Jun', ['top-management']);
  const manager = await house.someone('Chen Jie', ['sms-manager']);
  const engineer = await house.someone('Li Na', ['engineer'], { orgUnitId: north.id });
  const clerk = await house.someone('Zhao Yan', ['service-desk-agent'], { orgUnitId: southDesk.id });
  const auditor = await house.someone('Qian Yi', ['internal-auditor']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  const lead = await house.someone('Wu Gang', [], { orgUnitId: north.id });
  await house.create('role-holder', system(), { title: 'North', personId: lead.id, role: 'sms-manager', unitId: north.id, validFrom: '2026-01-01' }); // prettier-ignore
  forgetActors(house.house);
  const drafted = (fields: Readonly<Record<string, unknown>> = {}) =>
    manager.post('/group-rules', {
      title: 'Visitors are written down',
      statement: 'Whoever comes is in the book, with the time.',
      effectiveOn: '2026-03-01',
      adoptBy: '2026-04-01',
      ...fields,
    });
  const published = async (fields: Readonly<Record<string, unknown>> = {}) =>
    boss.does(await drafted(fields), 'publish');
  const drift = async (who = manager) => (await who.get('/site-governance/drift')) as unknown as Drift;
  const cell = async (rule: { id: string }, site: { id: string }) => {
    const found = (await drift()).cells.find(({ ruleId, siteId }) => ruleId === rule.id && siteId === site.id); // prettier-ignore
    if (!found) throw new Error('no such cell');
    return found;
  };
  const adopt = async (rule: { id: string }, site: { id: string }) =>
    manager.does(await cell(rule, site), 'adopt', { how: 'By the front desk' });
  /** Every field of the matrix by its site and rule, to see that one turned and no other. */
  const grid = async () =>
    new Map((await drift()).cells.map(({ siteId, ruleId, standing }) => [`${siteId} ${ruleId}`, standing]));
  const turned = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
    [...after].filter(([key, standing]) => before.get(key) !== standing);
  return { ...house, tables: house.owner, head, north, south, boss, manager, engineer, clerk, auditor, user, lead, drafted, published, drift, cell, adopt, grid, turned }; // prettier-ignore
}
