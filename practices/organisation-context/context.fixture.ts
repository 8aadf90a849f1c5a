import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

/** A small organisation: a unit, a site, a customer, a supplier, a live service, and the people who speak of them. */
export async function contextHouse() {
  const house = await served();
  const software = system();
  const unit = await house.create('organisation', software, { title: 'Huaxin Services', kind: 'own_unit' });
  const site = await house.create('organisation', software, {
    title: 'Shanghai',
    kind: 'branch',
    parentId: unit.id,
  });
  const bank = await house.create('organisation', software, { title: 'Dongfang Bank', kind: 'customer' });
  const carrier = await house.create('organisation', software, { title: 'Carrier', kind: 'supplier' });
  const boss = await house.someone('Ma Jun', ['top-management']);
  const manager = await house.someone('Chen Jie', ['sms-manager']);
  const engineer = await house.someone('Li Na', ['engineer']);
  const auditor = await house.someone('Qian Yi', ['internal-auditor']);
  const user = await house.someone('Sun Li', [], { kind: 'user', customerId: bank.id });
  const live = async (title: string) => {
    const service = await house.create('service', software, { title });
    await house.owner.query(`update record set state = 'published' where id = $1`, [service.id]);
    return service;
  };
  const mail = await live('E-mail');

  const issue = async (fields: Readonly<Record<string, unknown>> = {}) => {
    const made = await engineer.post('/context-issues', {
      title: 'Customers ask for proof', side: 'external', factor: 'customers_and_market', ...fields,
    });
    return manager.does(made, 'confirm', { ownerId: manager.id, effect: 'helps', description: 'Tenders', consequence: 'Reports are read' });
  }; // prettier-ignore
  const climate = async () => {
    const made = await engineer.post('/context-issues', {
      title: 'Climate?',
      side: 'external',
      factor: 'climate',
    });
    return boss.does(made, 'decide', {
      relevance: 'not_relevant',
      rationale: 'Two offices, no data centre of our own',
    });
  };
  const party = async (kind: string, fields: Readonly<Record<string, unknown>> = {}) => {
    const made = await engineer.post('/interested-parties', { title: kind, kind, ...fields });
    const wants = await engineer.post('/party-requirements', { title: `${kind} want it`, partyId: made.id, kind: 'service' });
    await manager.does(wants, 'bind', { source: 'Contract 7', answeredByIds: [mail.id] });
    return manager.does(made, 'confirm', { ownerId: manager.id, stake: 'Their work', channel: 'Reviews' });
  }; // prettier-ignore
  const drafted = async (fields: Readonly<Record<string, unknown>> = {}) =>
    manager.post('/scope-statements', {
      title: 'Scope of the SMS',
      ownProcesses: ['IM', 'CHG'],
      everyCustomer: true,
      ...fields,
    });
  const inForce = async (fields: Readonly<Record<string, unknown>> = {}) => {
    const scope = await drafted(fields);
    await manager.does(scope, 'submit');
    return boss.does(scope, 'approve');
  };
  return { ...house, unit, site, bank, carrier, boss, manager, engineer, auditor, user, mail, live, issue, climate, party, drafted, inForce }; // prettier-ignore
}
