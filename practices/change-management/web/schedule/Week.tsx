import { useState } from 'react';
import { useNow } from '../../../../platform/ui/now.ts';
import { useFormat } from '../../../../platform/ui/format.ts';
import { useT } from '../useT.ts';
import { ChangeEvent, MarkEvent } from './Event.tsx';
import { addDays, dayStart, instantAt, lanes, marksOf, minuteOf, overlaps, type Dragged, type OnMove, type Planned, type Schedule } from './schedule.web.ts'; // prettier-ignore
import styles from './schedule.module.css';

const hourPx = 34;
const step = 30;

/** Seven days by the hour; what is dropped snaps to half an hour. */
export function Week(props: {
  readonly days: readonly string[];
  readonly schedule: Schedule;
  readonly today: string;
  readonly onDrop: OnMove;
  readonly onMove: (change: Planned) => void;
}) {
  const { days, today } = props;
  const t = useT();
  const format = useFormat();
  const [dragged, setDragged] = useState<Dragged | null>(null);
  return (
    <div className={styles['scroll']}>
      <div className={styles['week']} role="group" aria-label={t('change_schedule.week')}>
        <div className={styles['weekHead']} />
        {days.map((day) => (
          <div key={day} className={styles['weekHead']}>
            {format.weekday(day)}{' '}
            <span className={styles['day']} data-today={day === today || undefined}>{Number(day.slice(8))}</span>
          </div>
        ))}
        <div style={{ position: 'relative', height: 24 * hourPx }}>
          {Array.from({ length: 23 }, (_, i) => (
            <span key={i} className={styles['hour']} style={{ top: (i + 1) * hourPx }}>{String(i + 1).padStart(2, '0')}:00</span>
          ))}
        </div>
        {days.map((day) => <Column key={day} {...props} day={day} dragged={dragged} onDrag={setDragged} />)}
      </div>
    </div>
  );
} // prettier-ignore

function Column({ day, schedule, today, onDrop, onMove, dragged, onDrag }: Parameters<typeof Week>[0] & {
  day: string;
  dragged: Dragged | null;
  onDrag: (dragged: Dragged | null) => void;
}) {
  const { zone } = useFormat();
  const [over, setOver] = useState(false);
  const [from, to] = [dayStart(day, zone), dayStart(addDays(day, 1), zone)];
  const top = (iso: string) => (iso <= from ? 0 : iso >= to ? 24 * hourPx : (minuteOf(iso, zone) / 60) * hourPx);
  // Side by side with what is announced and brought out meanwhile, or one would cover the other.
  const here = lanes(
    [
      ...schedule.changes.map((change) => ({ ...change, change, mark: undefined })),
      ...marksOf(schedule).map((mark) => ({ ...mark.mark, change: undefined, mark })),
    ].filter((one) => overlaps(one, from, to)),
  );
  const now = new Date(useNow()).toISOString();
  const minutesAt = (event: React.DragEvent<HTMLElement>) => ((event.clientY - event.currentTarget.getBoundingClientRect().top) / hourPx) * 60;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- by keyboard “Move…” does what the mouse drops
    <div
      className={styles['column']}
      role="group"
      aria-label={day}
      style={{ height: 24 * hourPx, backgroundSize: `100% ${hourPx}px` }}
      data-over={(over && dragged !== null) || undefined}
      onDragOver={(event) => {
        if (!dragged) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!dragged) return;
        const minutes = minutesAt(event) - dragged.offsetMs / 60_000;
        const snapped = Math.min(24 * 60 - step, Math.max(0, Math.round(minutes / step) * step));
        onDrop(dragged.change, instantAt(day, snapped, zone));
      }}
    >
      {schedule.freezes.filter((one) => overlaps(one, from, to)).map((freeze) => (
        <div key={freeze.id} className={styles['band']} style={{ top: top(freeze.from), height: top(freeze.to) - top(freeze.from), left: 0, right: 0 }}>{freeze.title}</div>
      ))}
      {here.map(({ item: { id, change, mark, ...window }, lane, of }) => {
        const shared = {
          className: styles['placed'],
          style: { top: top(window.from), height: Math.max(24, top(window.to) - top(window.from)), left: `calc(${(lane / of) * 100}% + 2px)`, width: `calc(${100 / of}% - 4px)` },
        };
        if (mark) return <MarkEvent key={id} mark={mark.mark} kind={mark.kind} {...shared} />;
        return (
          <ChangeEvent
            key={id}
            change={change}
            refs={schedule.refs}
            onMove={onMove}
            onDrag={onDrag}
            offsetOf={(event) => ((event.clientY - event.currentTarget.getBoundingClientRect().top) / hourPx) * 3_600_000}
            {...shared}
          />
        );
      })}
      {day === today && <div className={styles['now']} style={{ top: top(now), height: 2, left: 0, right: 0 }} />}
    </div>
  );
} // prettier-ignore
