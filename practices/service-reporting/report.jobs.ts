import { addDays, dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import { system } from '../../kernel/access/actor.ts';
import { holdersOf } from '../../kernel/approval/eligible.ts';
import { notify } from '../../kernel/notification/notify.ts';
import type { House, Work } from '../../kernel/practice/house.ts';
import { defineJob } from '../../kernel/practice/job.ts';
import { act, begin, create } from '../../kernel/record/act.ts';
import { onConnection } from '../../platform/db/tx.ts';
import type { Narrowing } from './figures.ts';
import { lastOver, periodBefore, periodsUpTo, type Frequency, type Period } from './periods.ts';
import { settling } from './report.settings.ts';
import { narrowingOf, trendLength } from './service-report.contents.ts';
import type { Line } from './definition.fields.ts';
import { keepMissing, narrowed } from './value.store.ts';

const most = 500;
/** Further back than three years nobody asks, and it would be measured from what the records have become. */
const mostPeriods = 36;

type Measured = {
  keys: readonly string[];
  narrowing: Narrowing;
  frequency: Frequency;
  startsOn: string | null;
};

/** The newest period whose data have settled. */
function settledPeriod(house: House, frequency: Frequency): Period {
  const { settings } = house.reference;
  const today = dayIn(settings, house.now());
  const period = lastOver(today, frequency);
  return addDays(period.to, settings.get(settling).value.days) < today
    ? period
    : periodBefore(period, frequency);
}

/** 9.1 b: what a figure was is kept when its period is over: of the plan since it began, and of reports for their trends. */
export async function keepFigures(house: House): Promise<number> {
  const wanted = await onConnection(house.pool, async (tx) => {
    const planned = await tx.run<{ key: string; narrowing: Narrowing; frequency: Frequency; startsOn: string | null }>(
      'measurements_kept',
      `select t.measure_key as key, t.narrowing, t.frequency, t.starts_on::text as "startsOn" from measurement t join record r on r.id = t.id
       where r.state = 'in_force' and t.measure_key is not null order by r.id`,
    );
    const reported = await tx.run<{ figures: readonly Line[]; frequency: Frequency; customerId: string | null; serviceId: string | null }>(
      'definitions_kept',
      `select t.figures, t.frequency, r.customer_id as "customerId", r.service_id as "serviceId" from report_definition t
       join record r on r.id = t.id where r.state = 'in_force' order by r.id`,
    );
    return [
      ...[...Map.groupBy(planned, (one) => `${narrowed(one.narrowing)} ${one.frequency} ${one.startsOn ?? ''}`).values()].flatMap(
        ([first, ...others]): Measured[] => (first ? [{ ...first, keys: [first.key, ...others.map(({ key }) => key)] }] : []),
      ),
      ...reported.map((one): Measured => ({ keys: one.figures.map(({ measure }) => measure), narrowing: narrowingOf(one), frequency: one.frequency, startsOn: null })),
    ];
  });
  const zone = house.reference.settings.get(homeZone).value;
  let kept = 0;
  for (const { keys, narrowing, frequency, startsOn } of wanted) {
    const all = periodsUpTo(settledPeriod(house, frequency), frequency, startsOn === null ? trendLength : mostPeriods);
    const periods = all.filter(({ to }) => startsOn === null || to >= startsOn);
    kept += await onConnection(house.pool, (tx) => keepMissing(tx, house, { keys, narrowing, periods, zone }));
  }
  return kept;
} // prettier-ignore

type Defined = { id: string; frequency: Frequency; startsOn: string };

/** A report becomes due when its period is over. */
export async function openDue(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  const definitions = await onConnection(house.pool, (tx) =>
    tx.run<Defined & { there: readonly string[] }>(
      'definitions_due',
      `select r.id, t.frequency, t.starts_on::text as "startsOn",
         array(select x.period_from::text from service_report x join record xr on xr.id = x.id where x.definition_id = r.id and x.period_from is not null) as there
       from report_definition t join record r on r.id = t.id where r.state = 'in_force' and t.starts_on <= $1::date order by r.id limit ${most}`,
      [today],
    ),
  );
  for (const { id, frequency, startsOn, there } of definitions)
    for (const period of periodsUpTo(lastOver(today, frequency), frequency, trendLength)) {
      if (period.from < startsOn || there.includes(period.from)) continue;
      await begin(house, async (work) => {
        const report = await create(work, 'service-report', system(), {
          definitionId: id,
          periodFrom: period.from,
        });
        await tellOwner(work, 'service_report.due', { ...report, date: addDays(period.to, 1) });
      });
    }
}

type Told = { readonly id: string; readonly ownerId: string | null; readonly date: string };
const tellOwner = (work: Work, kind: string, { id, ownerId, date }: Told, also: readonly string[] = []) =>
  notify(work, {
    kind,
    recordId: id,
    personIds: [...(ownerId === null ? [] : [ownerId]), ...also],
    params: { date },
    key: `${id}:${date}`,
  });

/** What is approved goes out by the day it is due. */
export async function issueDue(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  const due = await onConnection(house.pool, (tx) =>
    tx.run<{ id: string }>(
      'reports_to_issue',
      `select r.id from service_report t join record r on r.id = t.id join report_definition d on d.id = t.definition_id
       where r.state = 'approved' and t.due_on <= $1::date and cardinality(d.recipient_ids) > 0 order by r.id limit ${most}`,
      [today],
    ),
  );
  for (const { id } of due)
    await begin(house, (work) => act(work, { type: 'service-report', id }, 'issue', system()));
}

const late = `select r.id, r.owner_id as "ownerId", t.due_on::text as date from service_report t join record r on r.id = t.id
  where r.state in ('due', 'drafted', 'approved') and t.due_on < $1::date order by r.id limit ${most}`;
const unread = `select r.id, r.owner_id as "ownerId", (t.issued_at + interval '14 days')::date::text as date from service_report t
  join record r on r.id = t.id where r.state = 'issued' and t.issued_at < $1::date - 14 order by r.id limit ${most}`;
const unjudged = `select r.id, t.analyst_id as "ownerId", t.evaluation_due_on::text as date from measurement t join record r on r.id = t.id
  where r.state = 'in_force' and t.evaluation_due_on <= $1::date order by r.id limit ${most}`;

/** Told once for each date. */
export async function remind(house: House): Promise<void> {
  const today = dayIn(house.reference.settings, house.now());
  await begin(house, async (work) => {
    const leaders = await holdersOf('sms-manager')(work, []);
    const tell = async (kind: string, text: string, also: readonly string[] = []) => {
      for (const one of await work.run<Told>(kind, text, [today])) await tellOwner(work, kind, one, also);
    };
    await tell('service_report.late', late, leaders);
    await tell('service_report.unread', unread, leaders);
    await tell('measurement.evaluation_due', unjudged);
  });
}

export const reportJobs = [
  defineJob({
    name: 'measured-values',
    cron: '11 * * * *',
    run: async (house) => void (await keepFigures(house)),
  }),
  defineJob({
    name: 'service-reports',
    cron: '17 * * * *',
    run: async (house) => {
      await openDue(house);
      await issueDue(house);
      await remind(house);
    },
  }),
];
