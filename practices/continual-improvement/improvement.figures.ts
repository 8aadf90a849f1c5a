import type { Tx } from '../../platform/db/tx.ts';
import { system } from '../../kernel/access/actor.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import type { Measure } from '../../kernel/measure/measure.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Improvement } from './improvement.fields.ts';
import { startOf } from './improvement.settings.ts';

/** What a figure of the house said over a period; days of the organisation, both included. */
export type Said = {
  readonly value: number | null;
  readonly n: number;
  /** The list behind it. */
  readonly records: string;
};

const hourMs = 3_600_000;
/** People set targets in hours, not in milliseconds. */
export const unitOf = ({ unit }: Measure) => (unit === 'ms' ? 'h' : unit === 'percent' ? '%' : unit);
const inUnit = ({ unit }: Measure, value: number | null) =>
  value === null ? null : unit === 'ms' ? value / hourMs : value;

/** The measure as it was in those days, of the improvement's service where it has one. Nobody's view: it is kept with the record. */
export async function figureOf(
  tx: Tx,
  house: House,
  about: Pick<Improvement, 'measureKey' | 'serviceId'>,
  from: string,
  to: string,
): Promise<Said | undefined> {
  const measure = about.measureKey === null ? undefined : measureNamed(house, about.measureKey);
  if (!measure) return undefined;
  const { settings } = house.reference;
  const period = { from: startOf(settings, from), to: startOf(settings, to, 1) };
  const filters = filtersFor(house, measure, about.serviceId);
  const figure = await evaluate(tx, house, measure, system(), filters, period);
  return { value: inUnit(measure, figure.value), n: figure.n, records: figure.records.all ?? '' };
}

const filtersFor = (
  house: House,
  { recordType }: Measure,
  serviceId: string | null,
): Record<string, string> =>
  serviceId !== null && house.types.get(recordType)?.base.includes('serviceId') ? { serviceId } : {};

/** The first days of the months from one day to another, at most two years of them. */
export function monthsBetween(from: string, to: string): string[] {
  const last = Temporal.PlainDate.from(to).toPlainYearMonth();
  const first = Temporal.PlainDate.from(from).toPlainYearMonth();
  const all: string[] = [];
  for (let month = last; Temporal.PlainYearMonth.compare(month, first) >= 0 && all.length < 24;) {
    all.unshift(month.toPlainDate({ day: 1 }).toString());
    month = month.subtract({ months: 1 });
  }
  return all;
}
