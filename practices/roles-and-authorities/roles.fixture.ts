import { served } from '../../app/testing/served.ts';
import { begin } from '../../kernel/record/act.ts';
import { makeProcessesAndRoles } from './presets/making.ts';

/** An organisation on its first day, with processes and roles, and the people who hold some of them. */
export async function rolesHouse() {
  const house = await served();
  await begin(house.house, (work) => makeProcessesAndRoles(work, 'en'));
  const boss = await house.someone('Ma Jun', ['top-management']);
  const manager = await house.someone('Chen Jie', ['sms-manager']);
  const incidents = await house.someone('Zhang Wei', ['incident-manager']);
  const engineer = await house.someone('Li Na', ['engineer']);
  const auditor = await house.someone('Qian Yi', ['internal-auditor']);
  const user = await house.someone('Sun Li', [], { kind: 'user' });
  type Listed = { items: { id: string; number: string; title: string }[] };
  const holding = async (personId: string, role: string) => {
    const { items } = (await manager.get(`/role-holders?filter[personId]=${personId}&filter[role]=${role}`)) as unknown as Listed;
    const [found] = items;
    if (!found) throw new Error(`${role} is not held`);
    return found;
  };
  const process = async (code: string) => {
    const { items } = (await manager.get(`/sms-processes?filter[code]=${code}`)) as unknown as Listed;
    const [found] = items;
    if (!found) throw new Error(`no process ${code}`);
    return found;
  };
  const letter = async (person: { id: string }, role: string, fields: Readonly<Record<string, unknown>> = {}) =>
    manager.post('/appointments', { title: role, holderId: (await holding(person.id, role)).id, ...fields });
  return { ...house, tables: house.owner, boss, manager, incidents, engineer, auditor, user, holding, process, letter };
} // prettier-ignore
