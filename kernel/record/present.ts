import type { Tx } from '../../platform/db/tx.ts';
import type { ClockRow } from '../clock/clock.store.ts';
import { clockFromSql, clockSummary } from '../clock/clock.store.ts';
import type { BaseRecord } from './base.ts';
import { perType, type RecordType } from './record.ts';

/** What a page shows of a record that another one points to. */
export type Reference = {
  readonly type: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
};
export type References = Readonly<Record<string, Reference>>;

/** A clock for the API: instants as ISO text; the moves stay behind, the explanation tells them. */
export function presentClock(clock: ClockRow) {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    name: clock.name,
    status: clock.status,
    targetMs: clock.target?.targetMs ?? null,
    agreementId: clock.target?.agreementId ?? null,
    calendarId: clock.target?.calendarId ?? null,
    startedAt: iso(clock.startedAt),
    elapsedMs: clock.elapsedMs,
    dueAt: iso(clock.dueAt),
    warned: clock.warned,
    breachedAt: iso(clock.breachedAt),
    stoppedAt: iso(clock.stoppedAt),
    cycles: clock.cycles,
    missed: clock.missed,
  };
}

/** Clocks of many records at once, by record. */
export async function clocksOf(tx: Tx, ids: readonly string[]): Promise<Map<string, ClockRow[]>> {
  type Row = Parameters<typeof clockFromSql>[0] & { record_id: string };
  const rows = await tx.run<Row>(
    'clocks_of',
    `select ${clockSummary} from clock k where k.record_id = any($1::uuid[]) order by k.record_id, k.name`,
    [ids],
  );
  const byRecord = new Map<string, ClockRow[]>();
  for (const row of rows)
    byRecord.set(row.record_id, [...(byRecord.get(row.record_id) ?? []), clockFromSql(row)]);
  return byRecord;
}

/** Every id that these records point to, with what a page shows of it. */
export async function referencesOf(
  tx: Tx,
  type: RecordType,
  records: readonly BaseRecord[],
  also: readonly string[] = [],
): Promise<References> {
  return referencesTo(tx, new Set([...records.flatMap((record) => idsIn(type, record)), ...also]));
}

export async function referencesTo(tx: Tx, ids: ReadonlySet<string>): Promise<References> {
  if (ids.size === 0) return {};
  const rows = await tx.run<Reference & { id: string }>(
    'references_to',
    'select id, type, number, title, state from record where id = any($1::uuid[])',
    [[...ids]],
  );
  return Object.fromEntries(rows.map(({ id, ...reference }) => [id, reference]));
}

const baseReferences = [
  'serviceId',
  'teamId',
  'ownerId',
  'requesterId',
  'customerId',
  'orgUnitId',
  'createdBy',
] as const;

const pointing = perType((type) => [
  ...baseReferences,
  ...Object.entries(type.fields).flatMap(([key, { about }]) =>
    about.kind === 'reference' || about.kind === 'references' ? [key] : [],
  ),
]);

export function idsIn(type: RecordType, record: BaseRecord): string[] {
  const values = record as unknown as Readonly<Record<string, string | readonly string[] | null>>;
  return pointing(type).flatMap((key) => values[key] ?? []);
}
