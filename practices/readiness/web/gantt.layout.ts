import { addDays } from '../../../kernel/calendar/home-days.ts';
import { daysBetween, mondayOf } from './days.ts';
import type { Planned } from './readiness.web.ts';

export const rowHeight = 46;
export const headHeight = 44;
export const barHeight = 20;

/** From its first to its last day, both included. */
export type Span = { readonly from: string; readonly to: string };
export type PlacedBar = {
  readonly one: Planned;
  readonly span: Span;
  readonly x: number;
  readonly y: number;
  readonly width: number;
};
export type Arrow = { readonly from: PlacedBar; readonly to: PlacedBar; readonly early: boolean };
export type Layout = {
  readonly from: string;
  readonly days: number;
  readonly width: number;
  readonly height: number;
  readonly todayX: number;
  readonly bars: readonly PlacedBar[];
  readonly arrows: readonly Arrow[];
};

/** Where each action stands on the page; a day is its whole width, its last day included. */
export function planOf(
  items: readonly Planned[],
  moved: Readonly<Record<string, Span>>,
  today: string,
  dayWidth: number,
): Layout {
  const spans = items.map((one) => moved[one.id] ?? spanOf(one, today));
  const firsts = [today, ...spans.map(({ from }) => from)].toSorted();
  const lasts = [today, ...spans.map(({ to }) => to)].toSorted();
  const from = mondayOf(addDays(firsts[0] ?? today, -7));
  const days = Math.max(daysBetween(from, lasts.at(-1) ?? today) + 21, Math.ceil(760 / dayWidth));
  const bars = items.map((one, i): PlacedBar => {
    const span = spans[i] ?? { from: today, to: today };
    return {
      one,
      span,
      x: daysBetween(from, span.from) * dayWidth,
      y: headHeight + i * rowHeight + (rowHeight - barHeight) / 2,
      width: Math.max(dayWidth, (daysBetween(span.from, span.to) + 1) * dayWidth),
    };
  });
  const byId = new Map(bars.map((bar) => [bar.one.id, bar]));
  const arrows = bars.flatMap((to) =>
    to.one.dependsOnIds.flatMap((id) => {
      const before = byId.get(id);
      return before ? [{ from: before, to, early: to.span.from <= before.span.to }] : [];
    }),
  );
  return {
    from,
    days,
    width: days * dayWidth,
    height: headHeight + items.length * rowHeight,
    todayX: daysBetween(from, today) * dayWidth,
    bars,
    arrows,
  };
}

function spanOf({ startsOn, dueOn }: Planned, today: string): Span {
  const from = startsOn ?? dueOn ?? today;
  return { from, to: dueOn !== null && dueOn >= from ? dueOn : from };
}
