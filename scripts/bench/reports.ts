import type { Stage } from './cases.ts';
import { bearer, call } from './furnish.ts';
import { ms, named, times, type Figure } from './report.ts';

/** The KPIs of a desk, as a monthly report has them. */
const measures = [
  'incident.response_attainment', 'incident.resolution_attainment', 'incident.mtta', 'incident.mttr', 'incident.time_to_restore',
  'incident.first_contact_resolution', 'incident.reopen_rate', 'incident.reassignment_rate', 'incident.opened', 'incident.resolved',
  'incident.backlog', 'incident.backlog_ratio', 'incident.backlog_over_30_days', 'incident.monitoring_share', 'incident.recorded_late',
  'incident.caused_by_change', 'major_incident.count', 'change.success_rate', 'problem.known_error_use', 'service_request.on_time',
]; // prettier-ignore

type Row = { readonly id: string; readonly number: string };

/** A month's report with twenty figures drafted from the data, its former months kept as they are where a worker runs. */
export async function reporting({ port, sql, house, volume }: Stage): Promise<Figure[]> {
  const base = `http://127.0.0.1:${port}`;
  const as = bearer(house.token);
  const now = new Date();
  const month = (back: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 10);
  const me = await call<{ person: { id: string } }>(base, as, 'GET', '/api/v1/me');
  await call(base, as, 'POST', '/api/v1/role-holders', {
    title: 'Reports',
    personId: me.person.id,
    role: 'service-level-manager',
    validFrom: '2020-01-01',
  });
  const definition = await call<Row>(base, as, 'POST', '/api/v1/report-definitions', {
    title: 'Monthly report', purpose: 'Benchmark', decides: 'Nothing', audience: 'management', frequency: 'month', startsOn: month(1),
    figures: measures.map((measure) => ({ measure })), ownerId: house.people[0],
  }); // prettier-ignore
  // A second person would approve it.
  await sql.query(`update servanda.record set state = 'in_force' where id = $1`, [definition.id]);
  await sql.query('analyze servanda.record, servanda.incident, servanda.clock');
  const drafted = async (back: number): Promise<number> => {
    const report = await call<Row>(base, as, 'POST', '/api/v1/service-reports', {
      definitionId: definition.id,
      periodFrom: month(back),
    });
    const began = performance.now();
    await call(base, as, 'POST', `/api/v1/service-reports/${report.number}/transitions/draft`, {
      commentary: 'Benchmark', provisionalReason: 'Benchmark', emptyReason: 'Benchmark',
    }); // prettier-ignore
    return performance.now() - began;
  };
  await drafted(3);
  const took = await drafted(1);
  const began = performance.now();
  await sql.query(
    `select count(*) from servanda.record r join servanda.incident t on t.id = r.id where t.ended_at >= $1 and t.ended_at < $2`,
    [month(1), month(0)],
  );
  const raw = performance.now() - began;
  const large = volume >= 1_000_000;
  return [
    {
      number: 21,
      what: 'a monthly report of 20 figures drafted, each against the month before',
      volume: named(volume),
      figure: ms(took),
      raw: `one count of the month ${ms(raw)}`,
      ratio: times(took / raw),
      need: large ? '< 3 s' : '',
      ok: large ? took < 3000 : undefined,
    },
  ];
}
