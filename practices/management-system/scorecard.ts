import type { Actor } from '../../kernel/access/actor.ts';
import { addDays, addMonths, dayIn, homeZone } from '../../kernel/calendar/home-days.ts';
import { organisations } from '../../kernel/directory/organisation.snapshot.ts';
import { sites } from '../../kernel/directory/sites.ts';
import { measureNamed } from '../../kernel/measure/condition.ts';
import { evaluateAll, type Figure } from '../../kernel/measure/evaluate.ts';
import type { Measure } from '../../kernel/measure/measure.ts';
import type { House } from '../../kernel/practice/house.ts';
import type { Tx } from '../../platform/db/tx.ts';
import type { WordsFor } from '../../kernel/practice/routes/records.ts';
import { goals, scorecard, type Kpi } from './scorecard.settings.ts';

/** What a goal is judged by: a quarter, and the one before it to compare. */
const days = 90;
const months = 6;

type Period = { readonly from: string; readonly to: string };

/** The four goals with two figures each: what is reached of what was aimed at, before and month by month. */
export async function scorecardNow(tx: Tx, house: House, actor: Actor, words: WordsFor, site: string | undefined) {
  const { value } = house.reference.settings.get(scorecard);
  const measures = new Map(
    goals.flatMap((goal) => value[goal].flatMap(({ measure }) => {
      const known = measureNamed(house, measure);
      return known ? [[measure, known] as const] : [];
    })),
  );
  const filters = site === undefined ? {} : { orgUnitId: unitsOf(house, site).join(',') };
  const periods = periodsAt(house);
  const all = [...measures.values()];
  const look = (period: Period) => evaluateAll(tx, house, all, actor, filters, period);
  const now = await look(periods.now);
  const before = await look(periods.before);
  const steps: (Period & { figures: ReadonlyMap<string, Figure> })[] = [];
  for (const step of periods.steps) steps.push({ ...step, figures: await look(step) });
  const told = ({ measure, target }: Kpi) => {
    const known = measures.get(measure);
    const figure = now.get(measure);
    return {
      measure,
      target,
      name: words(measure.replace('.', '.measure.'), {}, actor.language),
      formula: words(measure.replace('.', '.formula.'), {}, actor.language),
      figure: figure ?? null,
      before: before.get(measure)?.value ?? null,
      met: known && figure ? isMet(known, figure, target) : null,
      trend: steps.map(({ from, to, figures }) => {
        const at = figures.get(measure);
        return { from, to, value: at?.value ?? null, n: at?.n ?? 0, records: at?.records.all ?? null };
      }),
    };
  };
  return {
    period: periods.now,
    goals: goals.map((goal) => ({ goal, kpis: value[goal].map(told) })),
  };
} // prettier-ignore

/** What counted nothing is neither reached nor missed. */
const isMet = ({ better }: Measure, { value }: Figure, target: number): boolean | null =>
  value === null ? null : better === 'higher' ? value >= target : value <= target;

/** A site and all below it that is no site of its own. */
function unitsOf(house: House, site: string): string[] {
  const tree = house.reference.get(organisations);
  const siteOf = sites(tree);
  return [...tree.parentOf.keys()].filter((id) => siteOf(id) === site);
}

/** In the organisation's own days: today is the last one. */
function periodsAt(house: House): { now: Period; before: Period; steps: Period[] } {
  const { settings } = house.reference;
  const zone = settings.get(homeZone).value;
  const end = addDays(dayIn(settings, house.now()), 1);
  const at = (day: string) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds).toISOString(); // prettier-ignore
  const span = (from: string, to: string): Period => ({ from: at(from), to: at(to) });
  const month = `${end.slice(0, 7)}-01`;
  const begins = Array.from({ length: months }, (_, i) => addMonths(month, i + 1 - months));
  return {
    now: span(addDays(end, -days), end),
    before: span(addDays(end, -2 * days), addDays(end, -days)),
    // On the first of a month its only day is the one that just began.
    steps: begins.map((from) => span(from, from === month ? (end > month ? end : addDays(month, 1)) : addMonths(from, 1))), // prettier-ignore
  };
}
