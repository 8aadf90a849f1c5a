import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../../../platform/ui/format.ts';
import { useT } from '../useT.ts';
import { ChangeEvent, MarkEvent } from './Event.tsx';
import { addDays, dayOf, dayStart, instantAt, marksOf, minuteOf, overlaps, type Dragged, type OnMove, type Planned, type Schedule } from './schedule.web.ts'; // prettier-ignore
import styles from './schedule.module.css';

const most = 4;
const dayMs = 86_400_000;

/** A month by days. A change that is dropped on another day keeps its time of day; taken hold of on a later day of it, it moves by as many days. */
export function Month(props: {
  readonly days: readonly string[];
  readonly anchor: string;
  readonly schedule: Schedule;
  readonly today: string;
  readonly onDrop: OnMove;
  readonly onMove: (change: Planned) => void;
  readonly onDay: (day: string) => void;
}) {
  const { days, anchor, schedule, today, onDrop, onMove, onDay } = props;
  const t = useT();
  const format = useFormat();
  const { zone } = format;
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [over, setOver] = useState<string | null>(null);
  return (
    <div className={styles['month']} role="group" aria-label={t('change_schedule.month')}>
      {days.slice(0, 7).map((day) => <div key={day} className={styles['head']}>{format.weekday(day)}</div>)}
      {days.map((day) => {
        const [from, to] = [dayStart(day, zone), dayStart(addDays(day, 1), zone)];
        const here = schedule.changes.filter((one) => overlaps(one, from, to));
        const marks = [
          ...schedule.freezes.filter((one) => overlaps(one, from, to)).map((mark) => ({ mark, kind: 'freeze' as const })),
          ...marksOf(schedule).filter(({ mark }) => overlaps(mark, from, to)),
        ];
        const room = Math.max(1, most - marks.length);
        return (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- by keyboard “Move…” does what the mouse drops
          <div
            key={day}
            role="group"
            aria-label={format.day(day)}
            className={styles['cell']}
            data-outside={day.slice(0, 7) === anchor.slice(0, 7) ? undefined : true}
            data-frozen={marks.some(({ kind }) => kind === 'freeze') || undefined}
            data-over={over === day && dragged ? true : undefined}
            onDragOver={(event) => {
              if (!dragged) return;
              event.preventDefault();
              setOver(day);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(null);
              if (!dragged) return;
              const { change, offsetMs } = dragged;
              const begins = addDays(day, -Math.round(offsetMs / dayMs));
              if (dayOf(change.from, zone) !== begins) onDrop(change, instantAt(begins, minuteOf(change.from, zone), zone));
            }}
          >
            <span className={styles['day']} data-today={day === today || undefined}>{Number(day.slice(8))}</span>
            {marks.slice(0, most - 1).map(({ mark, kind }) => <MarkEvent key={mark.id} mark={mark} kind={kind} />)}
            {here.slice(0, room).map((change) => (
              <ChangeEvent
                key={change.id}
                change={change}
                refs={schedule.refs}
                onMove={onMove}
                onDrag={setDragged}
                offsetOf={() => Date.parse(from) - Date.parse(dayStart(dayOf(change.from, zone), zone))}
                {...(dayOf(change.from, zone) === day ? { time: format.clock(change.from) } : {})}
              />
            ))}
            {here.length > room && (
              <Button size="compact-xs" variant="subtle" onClick={() => onDay(day)}>{t('change_schedule.more', { n: here.length - room })}</Button>
            )}
          </div>
        );
      })}
    </div>
  );
} // prettier-ignore
