import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

/** A controller, managers, writers and readers on both sides, and the words of a document. */
export async function documentHouse() {
  const house = await served();
  const software = system();
  const bank = await house.create('organisation', software, { title: 'Dongfang Bank', kind: 'customer' });
  const boss = await house.someone('Ma Jun', ['top-management']);
  const manager = await house.someone('Chen Jie', ['sms-manager']);
  const controller = await house.someone('Wang Fang', ['document-controller']);
  const author = await house.someone('Zhang Wei', ['incident-manager']);
  const engineer = await house.someone('Li Na', ['engineer']);
  const auditor = await house.someone('Qian Yi', ['internal-auditor']);
  const user = await house.someone('Sun Li', [], { kind: 'user', customerId: bank.id });
  let made = 0;
  const text = {
    level: 2,
    documentClass: 'procedure',
    titleEn: 'Incident procedure',
    titleZh: '事件管理程序',
    clauses: ['8.6.1'],
    bodyEn: '# Purpose\n\nIncidents are resolved.',
    bodyZh: '# 目的\n\n事件得到解决。',
  };
  const written = (fields: Readonly<Record<string, unknown>> = {}) => {
    made += 1;
    return author.post('/documents', { code: `SMS-L${Number(fields['level'] ?? 2)}-08-IM-${String(made).padStart(2, '0')}`, ...text, ...fields });
  }; // prettier-ignore
  type Decider = typeof manager;
  /** Whoever is asked in the open step says yes. */
  const decide = async (number: string, by: Decider, decision: 'approve' | 'reject' = 'approve', reason?: string) => {
    const asked = (await manager.get(`/documents/${number}/approvals`)) as unknown as { items: { id: string; state: string }[] };
    const id = asked.items.find((one) => one.state === 'open')?.id ?? '';
    return by.post(`/approvals/${id}/${decision}`, reason === undefined ? {} : { reason });
  }; // prettier-ignore
  const approve = async (number: string) => {
    await decide(number, controller);
    await decide(number, manager);
    return manager.get(`/documents/${number}`);
  };
  const inForce = async (fields: Readonly<Record<string, unknown>> = {}) => {
    const document = await written(fields);
    await author.does(document, 'submit');
    return approve(document.number);
  };
  return {
    ...house, bank, boss, manager, controller, author, engineer, auditor, user, text, written, decide, approve, inForce,
  }; // prettier-ignore
}
