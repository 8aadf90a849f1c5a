import { system } from '../../kernel/access/actor.ts';
import { organisations, zoneAt } from '../../kernel/directory/organisation.snapshot.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { evaluate } from '../../kernel/measure/evaluate.ts';
import type { Work } from '../../kernel/practice/house.ts';

export type Figure = { readonly value: number | null; readonly n: number };

const hourMs = 3_600_000;

/**
 * The figure over these days of the organisation, both included, of one service where its records name one; what is
 * measured in milliseconds is told in hours. Undefined where there is no such figure or period.
 */
export async function figureOf(
  work: Work,
  { measureKey, serviceId }: { readonly measureKey: string | null; readonly serviceId: string | null },
  from: unknown,
  to: unknown,
): Promise<Figure | undefined> {
  const { house } = work;
  const measure = measureNamed(house, measureKey ?? '');
  if (!measure || typeof from !== 'string' || typeof to !== 'string' || to < from) return undefined;
  const zone = zoneAt(house.reference.get(organisations), []) ?? 'UTC';
  const begin = (day: string, plus: number) =>
    new Date(Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(zone).epochMilliseconds).toISOString();
  const byService = serviceId !== null && house.types.get(measure.recordType)?.base.includes('serviceId') === true;
  const period = { from: begin(from, 0), to: begin(to, 1) };
  const { value, n } = await evaluate(work, house, measure, system(), byService ? { serviceId } : {}, period);
  return { value: value !== null && measure.unit === 'ms' ? value / hourMs : value, n };
} // prettier-ignore
