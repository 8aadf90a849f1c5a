import { expect, test } from 'vitest';
import { served } from '../../app/testing/served.ts';
import { system } from '../../kernel/access/actor.ts';
import { watchRenewals } from './renewal.jobs.ts';

const at = await served();
const manager = await at.someone('Zhou Ming', ['business-relationship-manager']);
const engineer = await at.someone('Li Na', ['engineer']);
const bank = await at.create('organisation', system(), { title: 'Dongfang Bank', kind: 'customer' });
const mill = await at.create('organisation', system(), { title: 'Mill', kind: 'customer' });
at.at('2026-03-02T01:00:00Z');

/** A contract in force until a day: how it came into force is another practice's test. */
async function contract(validTo: string | null, customerId: string | null = bank.id, kind = 'sla') {
  const made = await at.create('agreement', system(), { title: `Contract ${validTo ?? ''}`, kind, ...(customerId === null ? { everyCustomer: true } : { customerId }), everyService: true, validFrom: '2025-01-01' });
  await at.owner.query(`update record set state = 'active', owner_id = $2 where id = $1`, [made.id, manager.id]);
  await at.owner.query('update agreement set valid_to = $2 where id = $1', [made.id, validTo]);
  return made;
} // prettier-ignore
const renewals = async () => ((await manager.get('/contract-renewals?sort=createdAt')) as unknown as { items: { number: string; id: string; state: string; agreementId: string; termEndsOn: string }[] }).items; // prettier-ignore

test('8.3.2: what becomes of a customer’s contract is recorded once for each end of its term', async () => {
  const one = await contract('2026-04-30');
  await engineer.post('/contract-renewals', { agreementId: one.id }).refused('problem.not_your_role');
  await manager.post('/contract-renewals', { agreementId: (await contract(null)).id }).refused('contract_renewal.no_end', 'agreementId');
  await manager.post('/contract-renewals', { agreementId: (await contract('2026-12-31', null)).id }).refused('contract_renewal.no_customer', 'agreementId');
  const made = await manager.post('/contract-renewals', { agreementId: one.id });
  expect(made).toMatchObject({ state: 'due', termEndsOn: '2026-04-30', customerId: bank.id, ownerId: manager.id });
  await manager.post('/contract-renewals', { agreementId: one.id }).refused('contract_renewal.there', 'agreementId');
  await manager.does(made, 'renew', {}).refused('problem.required', 'newTermEndsOn');
  await manager.does(made, 'renew', { newTermEndsOn: '2026-04-30' }).refused('problem.dates_reversed', 'newTermEndsOn');
  await manager.does(made, 'renew', { newAgreementId: (await contract('2028-12-31', mill.id)).id }).refused('contract_renewal.another_customer', 'newAgreementId');
  await manager.does(made, 'lose', {}).refused('problem.required', 'lostBecause');
  expect(await manager.does(made, 'renew', { newTermEndsOn: '2027-04-30' })).toMatchObject({ state: 'renewed', decidedById: manager.id });
}); // prettier-ignore

test('contracts that end soon come up by themselves, once; a new version that lasts longer is the customer’s yes', async () => {
  const soon = await contract('2026-05-31', mill.id);
  await contract('2027-05-31', mill.id);
  await watchRenewals.run(at.house);
  await watchRenewals.run(at.house);
  const mine = (await renewals()).filter(({ agreementId }) => agreementId === soon.id);
  expect(mine).toMatchObject([{ state: 'due', termEndsOn: '2026-05-31' }]);
  const { rows } = await at.owner.query('select 1 from notification where kind = $1 and record_id = $2', ['contract_renewal.due', mine[0]?.id]);
  expect(rows).toHaveLength(1);
  const next = await contract('2027-05-31', mill.id);
  await at.owner.query('update agreement set supersedes_id = $2 where id = $1', [next.id, soon.id]);
  await watchRenewals.run(at.house);
  expect((await renewals()).find(({ agreementId }) => agreementId === soon.id)).toMatchObject({ state: 'renewed' });
}); // prettier-ignore

test('retention: renewed ÷ renewed or lost, what is undecided is printed, and each equals plain SQL', async () => {
  for (const [day, action, input] of [['2026-06-01', 'lose', { lostBecause: 'price' }], ['2026-06-02', 'leave_out', { reason: 'Merged' }], ['2026-06-03', undefined, {}]] as const) {
    const made = await manager.post('/contract-renewals', { agreementId: (await contract(day)).id });
    if (action) await manager.does(made, action, input);
  }
  at.at('2026-07-01T01:00:00Z');
  type Figures = { items: { key: string; value: number | null; n: number; excluded?: number }[] };
  const { items } = (await manager.get('/measures?from=2026-01-01T00:00:00Z&to=2026-07-01T00:00:00Z&key=contract_renewal.retention,contract_renewal.undecided')) as unknown as Figures;
  const { rows } = await at.owner.query<{ n: number; k: number; x: number; open: number }>(
    `select count(*) filter (where r.state in ('renewed', 'lost'))::int as n, count(*) filter (where r.state = 'renewed')::int as k,
       count(*) filter (where r.state in ('due', 'left_out'))::int as x, count(*) filter (where r.state = 'due')::int as open
     from contract_renewal t join record r on r.id = t.id where t.term_ends_on < '2026-07-01'`);
  const { n = 0, k = 0, x = 0, open = 0 } = rows[0] ?? {};
  expect([n, k, x, open]).toEqual([3, 2, 2, 1]);
  expect(items.find(({ key }) => key === 'contract_renewal.retention')).toMatchObject({ n, excluded: x });
  expect(items.find(({ key }) => key === 'contract_renewal.retention')?.value).toBeCloseTo((100 * k) / n);
  expect(items.find(({ key }) => key === 'contract_renewal.undecided')).toMatchObject({ value: open });
}); // prettier-ignore
