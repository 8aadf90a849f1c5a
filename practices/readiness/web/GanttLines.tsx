import { addDays } from '../../../kernel/calendar/home-days.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { daysBetween, firstOfMonth } from './days.ts';
import { barHeight, headHeight, type Arrow, type Layout } from './gantt.layout.ts';
import { useReadinessWords } from './readiness.web.ts';
import styles from './gantt.module.css';

/** Months and weeks above, the day of today through all. */
export function Axis({ layout, dayWidth }: { layout: Layout; dayWidth: number }) {
  const t = useReadinessWords();
  const format = useFormat();
  const mondays = Array.from({ length: Math.ceil(layout.days / 7) }, (_, i) => addDays(layout.from, i * 7));
  const months = monthsFrom(layout, dayWidth);
  return (
    <g aria-hidden>
      {months.map(({ day, x }) => (
        <g key={day}>
          <line x1={x} x2={x} y1={0} y2={layout.height} className={styles['month']} />
          <text x={x + 6} y={15} className={styles['monthname']}>{format.month(`${day}T12:00:00Z`)}</text>
        </g>
      ))}
      {mondays.map((day, i) => (
        <g key={day}>
          <line x1={i * 7 * dayWidth} x2={i * 7 * dayWidth} y1={headHeight - 8} y2={layout.height} className={styles['week']} />
          {dayWidth >= 8 && <text x={i * 7 * dayWidth + 4} y={headHeight - 12} className={styles['day']}>{Number(day.slice(8))}</text>}
        </g>
      ))}
      {layout.bars.map((bar) => (
        <line key={bar.one.id} x1={0} x2={layout.width} y1={bar.y + barHeight + 13} y2={bar.y + barHeight + 13} className={styles['line']} />
      ))}
      <line x1={layout.todayX} x2={layout.todayX} y1={22} y2={layout.height} className={styles['today']} />
      <text x={layout.todayX + 4} y={headHeight - 12} className={styles['todayname']}>{t('readiness.plan.today')}</text>
    </g>
  );
} // prettier-ignore

function monthsFrom({ from, days }: Layout, dayWidth: number): readonly { day: string; x: number }[] {
  const found = [];
  for (let day = firstOfMonth(addDays(firstOfMonth(from), 32)); daysBetween(from, day) < days;) {
    found.push({ day, x: daysBetween(from, day) * dayWidth });
    day = firstOfMonth(addDays(day, 32));
  }
  return found;
}

/** From the end of what comes before to the beginning of what depends on it. */
export function Arrows({ layout }: { layout: Layout }) {
  const t = useReadinessWords();
  return (
    <g>
      <defs>
        {(['calm', 'early'] as const).map((kind) => (
          <marker key={kind} id={`gantt-${kind}`} viewBox="0 0 6 6" refX={5.5} refY={3} markerWidth={6} markerHeight={6} orient="auto">
            <path d="M0 0 L6 3 L0 6 Z" className={styles[kind]} />
          </marker>
        ))}
      </defs>
      {layout.arrows.map((arrow) => (
        <path key={`${arrow.from.one.id}${arrow.to.one.id}`} d={wayOf(arrow)} className={styles['arrow']} data-early={arrow.early || undefined} markerEnd={`url(#gantt-${arrow.early ? 'early' : 'calm'})`}>
          {arrow.early && <title>{`${arrow.to.one.number}: ${t('readiness.plan.late_after')}`}</title>}
        </path>
      ))}
    </g>
  );
} // prettier-ignore

function wayOf({ from, to }: Arrow): string {
  const [x1, y1] = [from.x + from.width, from.y + barHeight / 2];
  const [x2, y2] = [to.x, to.y + barHeight / 2];
  if (x2 - x1 >= 16) return `M${x1} ${y1} H${x2 - 9} V${y2} H${x2 - 1}`;
  const middle = y2 > y1 ? to.y - 8 : to.y + barHeight + 8;
  return `M${x1} ${y1} h8 V${middle} H${x2 - 12} V${y2} H${x2 - 1}`;
}
