import type pg from 'pg';
import type { Calendar, Hours } from '../calendar/calendar.types.ts';
import type { Target } from '../clock/replay.ts';
import type { BaseRecord } from '../record/base.ts';
import { onConnection, type Tx } from '../../platform/db/tx.ts';
import type { SettingKey, Settings } from './settings.ts';

/**
 * Small data that almost every act decides by (agreements, calendars, teams, the organisation tree, rule values), held
 * in memory and read again when a record of its type changes. Rows that can be millions (people) are never held.
 */
export type Snapshot<T> = {
  readonly name: string;
  /** Record types whose changes make it stale; `setting` for rule values. */
  readonly on: readonly string[];
  readonly load: (tx: Tx) => Promise<T>;
};
export const defineSnapshot = <T>(snapshot: Snapshot<T>): Snapshot<T> => snapshot;

/** Which target applies to a record's clock; the practice of service levels answers. */
export type TargetFinder = (reference: Reference, record: BaseRecord, clock: string) => Target | null;

const allDay: Hours[] = [['00:00', '24:00']];
/** 24×7, for promises that rest on no agreement and so name no calendar of the directory. */
export const aroundTheClock: { readonly id: string; readonly calendar: Calendar } = {
  id: '00000000-0000-7000-8000-000000000247',
  calendar: {
    zone: 'UTC',
    weekly: {
      mon: allDay,
      tue: allDay,
      wed: allDay,
      thu: allDay,
      fri: allDay,
      sat: allDay,
      sun: allDay,
    },
    exceptions: [],
  },
};
/** Stands for the agreement of a promise that is the organisation's own rule; its version is the setting's. */
export const ownRule = '00000000-0000-7000-8000-000000000001';

export class Reference {
  readonly settings: Settings = { get: (key) => this.#setting(key) };
  readonly #pool: pg.Pool;
  readonly #snapshots: readonly Snapshot<unknown>[];
  readonly #targets: TargetFinder | undefined;
  readonly #values = new Map<string, unknown>();

  constructor(
    pool: pg.Pool,
    given: { snapshots: readonly Snapshot<unknown>[]; targets: TargetFinder | undefined },
  ) {
    this.#pool = pool;
    this.#snapshots = [settingsSnapshot, ...given.snapshots];
    this.#targets = given.targets;
  }

  get<T>(snapshot: Snapshot<T>): T {
    if (!this.#values.has(snapshot.name)) throw new Error(`${snapshot.name} is not loaded`);
    return this.#values.get(snapshot.name) as T;
  }

  /** Reads again what depends on these types; everything when none are named. */
  async refresh(types?: ReadonlySet<string>): Promise<void> {
    const stale = this.#snapshots.filter((s) => !types || s.on.some((type) => types.has(type)));
    if (stale.length === 0) return;
    await onConnection(this.#pool, async (tx) => {
      for (const snapshot of stale) this.#values.set(snapshot.name, await snapshot.load(tx));
    });
  }

  targetFor(record: BaseRecord, clock: string): Target | null {
    return this.#targets?.(this, record, clock) ?? null;
  }

  calendarOf = (id: string): Calendar => {
    if (id === aroundTheClock.id) return aroundTheClock.calendar;
    const calendar = this.get(calendars).get(id);
    if (!calendar) throw new Error(`no calendar ${id}`);
    return calendar;
  };

  #setting<T>(key: SettingKey<T>) {
    const known = this.get(settingsSnapshot).get(key.key);
    return known ? { value: known.value as T, version: known.version } : { value: key.initial, version: 0 };
  }
}

const settingsSnapshot = defineSnapshot({
  name: 'settings',
  on: ['setting'],
  load: async (tx) =>
    new Map(
      (
        await tx.run<{ key: string; value: unknown; version: number }>(
          'all_settings',
          'select key, value, version from setting',
        )
      ).map((row) => [row.key, row]),
    ),
});

export const calendars = defineSnapshot({
  name: 'calendars',
  on: ['calendar'],
  load: async (tx) =>
    new Map(
      (
        await tx.run<{
          id: string;
          zone: string;
          weekly: Calendar['weekly'];
          exceptions: Calendar['exceptions'];
          yearly: string[];
        }>('all_calendars', 'select id, zone, weekly, exceptions, yearly_holidays as yearly from calendar')
      ).map(({ id, yearly, ...calendar }): [string, Calendar] => [
        id,
        { ...calendar, yearlyHolidays: yearly },
      ]),
    ),
});
