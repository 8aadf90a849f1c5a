import { system } from '../../kernel/access/actor.ts';
import { problemDesk } from '../problem-management/problem.fixture.ts';
import { keepFigures } from './report.jobs.ts';

/** Two months of incidents of two customers, and the people who plan, write, approve and read. */
export async function reportingHouse() {
  const desk = await problemDesk();
  const house = desk.house;
  const writer = await desk.someone('Hu Min', ['service-level-manager']);
  const leader = await desk.someone('Ma Jun', ['sms-manager']);
  const boss = await desk.someone('Liu Gang', ['top-management']);
  const bank = await desk.create('organisation', system(), { title: 'Dongfang Bank', kind: 'customer' });
  const mill = await desk.create('organisation', system(), { title: 'Steel mill', kind: 'customer' });
  const contactOf = (name: string, customerId: string) =>
    desk.someone(name, ['customer-contact'], { kind: 'customer_contact', orgUnitId: customerId });
  const banker = await contactOf('Wu Gang', bank.id);
  const miller = await contactOf('Tang Yu', mill.id);

  /** Reported at noon of that day; every third is resolved late, every fourth stays open. */
  const incidents: { id: string; number: string; state: string }[] = [];
  const month = async (days: readonly string[]) => {
    for (const [i, day] of days.entries()) {
      desk.at(`${day}T04:00:00Z`);
      const made = await desk.started({ impact: 1 + (i % 4) });
      const customer = i % 2 === 0 ? bank : mill;
      await desk.owner.query('update record set customer_id = $2 where id = $1', [made.id, customer.id]);
      const late = i % 3 === 0;
      desk.at(`${day}T${late ? '11' : '06'}:30:00Z`);
      if (i % 4 !== 3)
        await desk.agent.does(made, 'resolve', {
          resolution: 'Restarted the gateway.', resolutionCode: 'restored', causeClass: 'software',
        }); // prettier-ignore
      await desk.owner.query(
        `insert into clock (record_id, name, status, target_ms, started_at, elapsed_ms, moves, breached_at)
         select $1, x.name, 'stopped', x.target, $2::timestamptz, x.elapsed, '[]', case when x.late then $2::timestamptz + interval '4 hours' end
         from (values ('response', 1800000, 600000, false), ('resolution', 14400000, $3::bigint, $4::boolean)) x(name, target, elapsed, late)
         on conflict (record_id, name) do update set target_ms = excluded.target_ms, elapsed_ms = excluded.elapsed_ms, breached_at = excluded.breached_at`,
        [made.id, `${day}T04:00:00Z`, (late ? 7.5 : 2.5) * 3_600_000, late],
      );
      if (i % 5 === 0) await desk.owner.query(`update incident set cause_class = 'change' where id = $1`, [made.id]);
      incidents.push(made);
    }
  };
  const days = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}-${String(i + 2).padStart(2, '0')}`);
  await month(days('2026-01', 10));
  await month(days('2026-02', 14));
  desk.at('2026-03-05T01:00:00Z');

  const plan = {
    title: 'Restored in time',
    subject: 'service',
    measureKey: 'incident.resolution_attainment',
    method: 'Met ÷ all that had a target, resolved in the period',
    direction: 'at_least',
    target: 95,
    ownerId: writer.id,
    analystId: leader.id,
    startsOn: '2026-01-01',
  };
  const planned = async (fields: Readonly<Record<string, unknown>> = {}) =>
    boss.does(await writer.post('/measurements', { ...plan, ...fields }), 'approve');
  const definition = {
    title: 'Monthly report',
    purpose: 'Tells the management how the services did.',
    decides: 'Where people and money go next month.',
    audience: 'management',
    frequency: 'month',
    startsOn: '2026-02-01',
    figures: [
      { measure: 'incident.resolution_attainment', target: 95 },
      { measure: 'incident.mttr' },
      { measure: 'incident.opened' },
      { measure: 'incident.backlog' },
    ],
    ownerId: writer.id,
    recipientIds: [boss.id, leader.id],
  };
  const defined = async (fields: Readonly<Record<string, unknown>> = {}) =>
    leader.does(await writer.post('/report-definitions', { ...definition, ...fields }), 'approve');
  const forBank = { audience: 'customer', customerId: bank.id, recipientIds: [banker.id], title: 'Report for the bank' };
  const february = async (fields: Readonly<Record<string, unknown>> = {}) =>
    writer.post('/service-reports', { definitionId: (await defined(fields)).id, periodFrom: '2026-02-01' });
  const words = { commentary: 'Every third was late: the gateway was restarted by hand.' };
  const drafted = async (fields: Readonly<Record<string, unknown>> = {}) => writer.does(await february(fields), 'draft', words);
  const issued = async (fields: Readonly<Record<string, unknown>> = {}) =>
    writer.does(await leader.does(await drafted(fields), 'approve'), 'issue');
  const missed = { key: 'incident.resolution_attainment', decision: 'no_action', note: 'The new gateway comes in March.' };
  return {
    ...desk, writer, leader, boss, bank, mill, banker, miller, incidents, plan, planned, definition, defined, forBank, february, drafted, issued, words, missed,
    keep: () => keepFigures(house),
  };
} // prettier-ignore
