import { addDays } from '../../../kernel/calendar/home-days.ts';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { barHeight, type PlacedBar, type Span } from './gantt.layout.ts';
import styles from './gantt.module.css';

type Drag = { readonly at: number; readonly span: Span; readonly end: boolean };

const grip = 8;
const arrows: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** One action: dragged as a whole, or at its end; with the arrow keys by a day, with Shift its end. */
export function Bar(props: {
  readonly bar: PlacedBar;
  readonly dayWidth: number;
  readonly late: boolean;
  readonly movable: boolean;
  readonly label: string;
  readonly onMove: (span: Span) => void;
  readonly onDone: () => void;
}) {
  const { bar, dayWidth, late, movable, label, onMove, onDone } = props;
  const { one, span, x, y, width } = bar;
  const drag = useRef<Drag>(null);
  const by = (from: Span, days: number, end: boolean) => {
    const to = addDays(from.to, days);
    if (!end) return onMove({ from: addDays(from.from, days), to });
    if (to >= from.from) onMove({ from: from.from, to });
  };
  const press = (event: PointerEvent<SVGGElement>) => {
    if (!movable || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const left = event.currentTarget.getBoundingClientRect().left;
    drag.current = { at: event.clientX, span, end: event.clientX - left > width - grip };
  };
  const move = (event: PointerEvent<SVGGElement>) => {
    if (drag.current) by(drag.current.span, Math.round((event.clientX - drag.current.at) / dayWidth), drag.current.end);
  };
  const release = () => {
    if (drag.current) onDone();
    drag.current = null;
  };
  const key = (event: KeyboardEvent<SVGGElement>) => {
    const days = arrows[event.key];
    if (days === undefined || !movable) return;
    event.preventDefault();
    by(span, days, event.shiftKey);
    onDone();
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-disabled={!movable}
      className={styles['bar']}
      data-state={one.state}
      data-late={late || undefined}
      data-movable={movable || undefined}
      transform={`translate(${x} ${y})`}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={key}
    >
      <title>{label}</title>
      <rect className={styles['body']} width={width} height={barHeight} rx={5} />
      <rect className={styles['progress']} width={(width * one.progress) / 100} height={barHeight} rx={5} />
      {movable && width > 3 * grip && <rect className={styles['grip']} x={width - 5} y={6} width={2} height={barHeight - 12} rx={1} />}
      <text y={-5} className={styles['barname']}>{one.title}</text>
      {one.progress > 0 && one.progress < 100 && width > 56 && (
        <text x={8} y={barHeight - 6} className={styles['percent']}>{one.progress} %</text>
      )}
    </g>
  );
} // prettier-ignore
