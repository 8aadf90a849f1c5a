import type { Calendar } from '../../kernel/calendar/calendar.types.ts';
import type { Input } from '../../kernel/process/process.ts';
import type { Tx } from '../../platform/db/tx.ts';
import { column } from '../../kernel/record/record.ts';
import { fields, type Agreement } from './agreement.fields.ts';
import { dateIn } from './dates.ts';
import { calendarsIn, type Targets } from './targets.schema.ts';
import { gapsBetween, type Gap, type Resolving } from './underpinning.ts';

/** What the rules ask the database, each action only for what its rules need. */
export type Facts = {
  readonly today: string;
  readonly unknownCalendars: readonly string[];
  readonly gaps: readonly Gap[];
  readonly overlapping: readonly string[];
  readonly withdrawn: readonly string[];
  readonly before: Predecessor | undefined;
  readonly inWork: string | undefined;
};

const baseNames = ['id', 'number', 'state', 'title', 'customerId', 'ownerId', 'orgUnitId'] as const;
/** The version before: it has been in force, so it has a first day. */
export type Predecessor = Pick<Agreement, keyof typeof fields | (typeof baseNames)[number]> & {
  readonly validFrom: string;
};

/** States in which an agreement was ever in force: what it promised then stays promised. */
export const everInForce = ['active', 'in_review', 'amended', 'expired', 'terminated'] as const;

/** Today's date where the agreement's hours are; UTC before it has a calendar. */
export async function todayOf(tx: Tx, agreement: Pick<Agreement, 'calendarId'>, at: number): Promise<string> {
  const [row] = await tx.run<{ zone: string }>('calendar_zone', 'select zone from calendar where id = $1', [
    agreement.calendarId,
  ]);
  return dateIn(row?.zone ?? 'UTC', at);
}

export async function unknownCalendars(tx: Tx, input: Input): Promise<readonly string[]> {
  const wanted = calendarsIn(input['targets'] as Targets | null);
  if (wanted.length === 0) return [];
  const known = new Set((await calendarsOf(tx, wanted)).keys());
  return wanted.filter((id) => !known.has(id));
}

async function calendarsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Calendar>> {
  const rows = await tx.run<{ id: string } & Calendar>(
    'calendars_by_id',
    `select id, zone, weekly, exceptions, yearly_holidays as "yearlyHolidays" from calendar where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...calendar }) => [id, calendar]));
}

/** SLAs that are or were in force for the same customer and a same service on a same day, in the order of numbers. */
export async function overlapping(tx: Tx, agreement: Agreement): Promise<string[]> {
  if (agreement.kind !== 'sla') return [];
  // Two that are activated at the same time would not see each other.
  await tx.run('lock_agreements', `select pg_advisory_xact_lock(hashtext('agreements in force'))`);
  const rows = await tx.run<{ number: string }>(
    'overlapping_agreements',
    `select r.number from agreement a join record r on r.id = a.id
     where a.kind = 'sla' and r.state = any($1) and a.id <> $2 and a.id is distinct from $3
       and r.customer_id is not distinct from $4
       and (a.service_ids && $5::uuid[] or (cardinality(a.service_ids) = 0 and cardinality($5::uuid[]) = 0))
       and a.valid_from <= coalesce($7::date, 'infinity') and coalesce(a.valid_to, 'infinity') >= $6::date
     order by r.number`,
    [
      everInForce,
      agreement.id,
      agreement.supersedesId,
      agreement.customerId,
      agreement.serviceIds,
      agreement.validFrom,
      agreement.validTo,
    ],
  );
  return rows.map((row) => row.number);
}

/** Where the underpinning fails: for an SLA what stands behind it, for an OLA or a contract what stands before it. */
export async function underpinningGaps(tx: Tx, agreement: Agreement): Promise<Gap[]> {
  if (agreement.validFrom === null) return [];
  const others = await tx.run<Resolving & { kind: string }>(
    'underpinning_agreements',
    `select r.number, a.kind, a.calendar_id as "calendarId", a.targets from agreement a join record r on r.id = a.id
     where (a.kind = 'sla') <> ($1 = 'sla') and r.state in ('active', 'in_review') and a.id is distinct from $2
       and (a.every_service or $3 or a.service_ids && $4::uuid[])
       and a.valid_from <= coalesce($6::date, 'infinity') and coalesce(a.valid_to, 'infinity') >= $5::date
     order by r.number`,
    [
      agreement.kind,
      agreement.supersedesId,
      agreement.everyService,
      agreement.serviceIds,
      agreement.validFrom,
      agreement.validTo,
    ],
  );
  if (others.length === 0) return [];
  const all = [agreement, ...others];
  const ids = new Set(
    all.flatMap((a) => [...(a.calendarId === null ? [] : [a.calendarId]), ...calendarsIn(a.targets)]),
  );
  const calendars = await calendarsOf(tx, [...ids]);
  const calendarOf = (id: string) => calendars.get(id);
  const from = Date.parse(agreement.validFrom);
  return others.flatMap((other) =>
    agreement.kind === 'sla'
      ? gapsBetween(agreement, other, calendarOf, from)
      : gapsBetween(other, agreement, calendarOf, from),
  );
}

export const withdrawnServices = async (tx: Tx, ids: readonly string[]) =>
  (
    await tx.run<{ number: string }>(
      'agreement_withdrawn_services',
      `select number from record where id = any($1::uuid[]) and state = 'withdrawn' order by number`,
      [ids],
    )
  ).map((row) => row.number);

/** The number of the version of this agreement that is being drafted or negotiated, if there is one. */
export async function versionInWork(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.run<{ number: string }>(
    'version_in_work',
    `select r.number from agreement a join record r on r.id = a.id
     where a.supersedes_id = $1 and r.state in ('draft', 'negotiating', 'agreed') order by r.number limit 1`,
    [id],
  );
  return row?.number;
}

const predecessorColumns = [
  ...baseNames.map((name) => `r.${column(name)} as "${name}"`),
  ...Object.keys(fields).map((name) => `a."${column(name)}" as "${name}"`),
].join(', ');

export async function predecessorOf(tx: Tx, id: string | null): Promise<Predecessor | undefined> {
  if (id === null) return undefined;
  const [row] = await tx.run<Predecessor>(
    'agreement_predecessor',
    `select ${predecessorColumns} from agreement a join record r on r.id = a.id where a.id = $1`,
    [id],
  );
  return row;
}
