import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';

/** Two customers, a service with its category, people on both sides, and the words of an article. */
export async function knowledgeHouse() {
  const house = await served();
  const software = system();
  const bank = await house.create('organisation', software, { title: 'Dongfang Bank', kind: 'customer' });
  const branch = await house.create('organisation', software, {
    title: 'Dongfang Bank Pudong',
    kind: 'customer',
    parentId: bank.id,
  });
  const mill = await house.create('organisation', software, { title: 'Steel Mill', kind: 'customer' });
  const service = await house.create('service', software, { title: 'E-mail' });
  const category = await house.create('category', software, { title: 'Mailbox', firstLineSolvable: true });
  const author = await house.someone('Zhang Wei', ['engineer']);
  const agent = await house.someone('Li Na', ['service-desk-agent']);
  const keeper = await house.someone('Wang Fang', ['knowledge-manager']);
  const ofBank = { kind: 'user', customerId: bank.id };
  const user = await house.someone('Sun Li', [], ofBank);
  const contact = await house.someone('Wu Gang', ['customer-contact'], {
    ...ofBank,
    kind: 'customer_contact',
  });
  const atBranch = await house.someone('Zhao Min', [], {
    kind: 'user',
    customerId: branch.id,
    language: 'zh-CN',
  });
  const stranger = await house.someone('Zhou Min', [], { kind: 'user', customerId: mill.id });
  const team = await house.join('Mail servers', [author]);
  const text = {
    titleEn: 'Outlook asks for the password again and again',
    summaryEn: 'Delete the stored credentials.',
    bodyEn: '## Resolution\n\nOpen the **credential manager** and delete the entry.',
    serviceIds: [service.id],
    categoryIds: [category.id],
    tags: 'mailbox, credentials',
  };
  const written = (fields: Readonly<Record<string, unknown>> = {}) =>
    author.post('/articles', { ...text, ...fields });
  const published = async (fields: Readonly<Record<string, unknown>> = {}, dates = {}) => {
    const article = await written(fields);
    await author.does(article, 'submit');
    return keeper.does(article, 'approve', dates);
  };
  return {
    ...house, bank, branch, mill, service, category, author, agent, keeper, user, contact, atBranch, stranger, team, text,
    written, published,
  }; // prettier-ignore
}
