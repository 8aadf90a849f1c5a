import { Text } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../../../../platform/ui/now.ts';
import { useFormat } from '../../../../platform/ui/format.ts';
import { useT } from '../useT.ts';
import { ChangeEvent, MarkEvent } from './Event.tsx';
import {
  addDays,
  dayStart,
  lanes,
  marksOf,
  type Dragged,
  type Marked,
  type OnMove,
  type Planned,
  type Schedule,
} from './schedule.web.ts';
import styles from './schedule.module.css';

const dayPx = 72;
const lanePx = 30;
const hourMs = 3_600_000;
/** So wide that a title can be read; how long it really takes is the darker part. */
const leastPx = 132;

const extent = (px: number) => {
  const tint = 'color-mix(in srgb, var(--tint) 38%, transparent)';
  return `linear-gradient(to right, ${tint} ${px}px, transparent ${px}px)`;
};

/** Four weeks, a row for each service; what is dropped snaps to the hour. */
export function Timeline(props: {
  readonly days: readonly string[];
  readonly schedule: Schedule;
  readonly today: string;
  readonly onDrop: OnMove;
  readonly onMove: (change: Planned) => void;
}) {
  const { days, schedule, today, onDrop, onMove } = props;
  const t = useT();
  const format = useFormat();
  const { zone } = format;
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const now = useNow();
  const begin = Date.parse(dayStart(days[0] ?? today, zone));
  const end = Date.parse(dayStart(addDays(days.at(-1) ?? today, 1), zone));
  const width = days.length * dayPx;
  const x = (iso: string) => ((Math.min(end, Math.max(begin, Date.parse(iso))) - begin) / (end - begin)) * width;
  const read = (leastPx / dayPx) * 24 * hourMs;
  const laned = (changes: readonly Planned[]) =>
    lanes(changes.map((change) => ({ change, from: change.from, to: new Date(Math.max(Date.parse(change.to), Date.parse(change.from) + read)).toISOString() })));
  const rows = [...Map.groupBy(schedule.changes, ({ serviceId }) => serviceId ?? '')]
    .map(([id, changes]) => ({ id, name: id === '' ? t('change_schedule.no_service') : (schedule.refs[id]?.title ?? id), changes: laned(changes) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, format.language));
  const marks = marksOf(schedule).filter(({ kind }) => kind !== 'release');
  const readable = (mark: Marked) => ({ mark, from: mark.from, to: new Date(Math.max(Date.parse(mark.to), Date.parse(mark.from) + read)).toISOString() });
  const releases = lanes(schedule.releases.map(readable));
  const bands = (rowId: string | null) =>
    schedule.freezes
      .filter(({ subjectIds }) => rowId === null || subjectIds.length === 0 || subjectIds.includes(rowId))
      .map((freeze) => (
        <div key={freeze.id} className={styles['band']} style={{ left: x(freeze.from), width: x(freeze.to) - x(freeze.from), top: 0, bottom: 0 }}>{rowId === null ? freeze.title : null}</div>
      ));
  return (
    <div className={styles['scroll']}>
      <div className={styles['timeline']} role="group" aria-label={t('change_schedule.timeline')}>
        <div className={styles['row']} style={{ position: 'sticky', top: 0, zIndex: 3, background: 'var(--ink-surface)' }}>
          <Text className={styles['label']} c="dimmed">{format.month(`${days[0] ?? today}T12:00:00Z`)}</Text>
          {days.map((day) => (
            <div key={day} style={{ width: dayPx, flex: 'none', padding: '6px 4px', fontSize: 12 }}>
              <span className={styles['day']} data-today={day === today || undefined}>{Number(day.slice(8))}</span>{' '}
              <Text span size="xs" c="dimmed">{format.weekday(day)}</Text>
            </div>
          ))}
        </div>
        {(marks.length > 0 || schedule.freezes.length > 0) && (
          <div className={styles['row']}>
            <div className={styles['label']}>{t('change_schedule.freeze')} · {t('change_schedule.maintenance')}</div>
            <div className={styles['track']} style={{ width, height: Math.max(1, ...lanes(marks.map(({ mark }) => mark)).map(({ of }) => of)) * lanePx + 8 }}>
              {bands(null)}
              {lanes(marks.map(({ mark, kind }) => ({ ...mark, kind }))).map(({ item, lane }) => (
                <MarkEvent key={item.id} mark={item} kind={item.kind} className={styles['placed']} style={{ left: x(item.from), width: Math.max(24, x(item.to) - x(item.from)), top: lane * lanePx + 4, height: lanePx - 4 }} />
              ))}
            </div>
          </div>
        )}
        {releases.length > 0 && (
          <div className={styles['row']}>
            <div className={styles['label']}>{t('change_schedule.releases')}</div>
            <div className={styles['track']} role="group" aria-label={t('change_schedule.releases')} style={{ width, height: Math.max(...releases.map(({ of }) => of)) * lanePx + 8 }}>
              {releases.map(({ item: { mark }, lane }) => (
                <MarkEvent key={mark.id} mark={mark} kind="release" bare className={styles['placed']} style={{ left: x(mark.from), width: Math.max(leastPx, x(mark.to) - x(mark.from)), top: lane * lanePx + 4, height: lanePx - 4, whiteSpace: 'nowrap', backgroundImage: extent(Math.max(3, x(mark.to) - x(mark.from))) }} />
              ))}
            </div>
          </div>
        )}
        {rows.length === 0 && <Text size="sm" c="dimmed" p="md">{t('change_schedule.empty')}</Text>}
        {rows.map((row) => (
          <div key={row.id} className={styles['row']}>
            <div className={styles['label']} title={row.name}>{row.name}</div>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- by keyboard “Move…” does what the mouse drops */}
            <div
              className={styles['track']}
              role="group"
              aria-label={row.name}
              style={{ width, height: Math.max(1, ...row.changes.map(({ of }) => of)) * lanePx + 8, backgroundImage: 'linear-gradient(to right, var(--ink-line) 1px, transparent 1px)', backgroundSize: `${dayPx}px 100%` }}
              data-over={(over === row.id && dragged !== null) || undefined}
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                setOver(row.id);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => {
                event.preventDefault();
                setOver(null);
                if (!dragged) return;
                const at = begin + ((event.clientX - event.currentTarget.getBoundingClientRect().left) / width) * (end - begin) - dragged.offsetMs;
                onDrop(dragged.change, new Date(Math.round(at / hourMs) * hourMs).toISOString());
              }}
            >
              {bands(row.id)}
              {row.changes.map(({ item: { change }, lane }) => (
                <ChangeEvent
                  key={change.id}
                  change={change}
                  refs={schedule.refs}
                  onMove={onMove}
                  onDrag={setDragged}
                  offsetOf={(event) => ((event.clientX - event.currentTarget.getBoundingClientRect().left) / width) * (end - begin)}
                  className={styles['placed']}
                  style={{ left: x(change.from), width: Math.max(leastPx, x(change.to) - x(change.from)), top: lane * lanePx + 4, height: lanePx - 4, whiteSpace: 'nowrap', backgroundImage: extent(Math.max(3, x(change.to) - x(change.from))) }}
                />
              ))}
            </div>
          </div>
        ))}
        <div className={styles['now']} style={{ left: 180 + x(new Date(now).toISOString()), width: 2, top: 0, bottom: 0, display: days.includes(today) ? 'block' : 'none' }} />
      </div>
    </div>
  );
} // prettier-ignore
