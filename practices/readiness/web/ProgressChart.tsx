import { addDays } from '../../../kernel/calendar/home-days.ts';
import { Group, Paper, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useFormat } from '../../../platform/ui/format.ts';
import { daysBetween, mondayOf } from './days.ts';
import { useReadinessWords, type Planned } from './readiness.web.ts';
import styles from './gantt.module.css';

const height = 190;
const pad = { left: 40, right: 14, top: 10, bottom: 24 };

type Point = { readonly day: string; readonly planned: number; readonly done: number };

/** An action without an effort counts as one day. */
const weight = ({ effortDays }: Planned) => effortDays ?? 1;
const sum = (items: readonly Planned[]) => items.reduce((all, one) => all + weight(one), 0);

function pointsOf(items: readonly Planned[]): readonly Point[] {
  const counted = items.filter(({ state }) => state !== 'cancelled');
  const days = counted.flatMap(({ startsOn, dueOn, doneAt }) => [startsOn, dueOn, doneAt?.slice(0, 10)]).filter((day) => day != null).toSorted();
  const first = mondayOf(days[0] ?? '2000-01-03');
  const weeks = Math.ceil(daysBetween(first, days.at(-1) ?? first) / 7) + 2;
  return Array.from({ length: weeks }, (_, i) => {
    const day = addDays(first, i * 7);
    return {
      day,
      planned: sum(counted.filter(({ dueOn }) => dueOn !== null && dueOn <= day)),
      done: sum(counted.filter(({ doneAt }) => doneAt !== null && doneAt.slice(0, 10) <= day)),
    };
  });
} // prettier-ignore

/** Person-days due by then, and done by then, week by week. */
export function ProgressChart({ items, today }: { items: readonly Planned[]; today: string }) {
  const t = useReadinessWords();
  const format = useFormat();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(280, measured);
  const points = pointsOf(items);
  const most = Math.max(1, ...points.map(({ planned, done }) => Math.max(planned, done)));
  const x = (i: number) => pad.left + (i * (width - pad.left - pad.right)) / Math.max(1, points.length - 1);
  const y = (value: number) => height - pad.bottom - (value / most) * (height - pad.top - pad.bottom);
  const line = (of: (point: Point) => number, list = points) =>
    list.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(of(point)).toFixed(1)}`).join(' ');
  const past = points.filter(({ day }) => day <= addDays(today, 6));
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, width / 120)));
  const last = past.at(-1);
  return (
    <Paper p="md" component="section" aria-label={t('readiness.plan.progress')}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} size="h5">{t('readiness.plan.progress')}</Title>
        <Group gap="md">
          <Key className="planned" name={t('readiness.plan.progress_planned')} />
          <Key className="finished" name={t('readiness.plan.progress_done')} />
        </Group>
      </Group>
      <div ref={ref}>
      <svg width={width} height={height} style={{ display: 'block' }} role="img"
        aria-label={`${t('readiness.plan.progress')}: ${t('readiness.plan.of', { done: format.number(last?.done ?? 0), all: format.number(points.at(-1)?.planned ?? 0) })}`}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line x1={pad.left} x2={width - pad.right} y1={y(most * part)} y2={y(most * part)} className={styles['line']} />
            <text x={pad.left - 8} y={y(most * part) + 4} textAnchor="end" className={styles['axis']}>{format.number(most * part)}</text>
          </g>
        ))}
        {points.map(({ day }, i) => i % every === 0 && x(i) < width - 60 && <text key={day} x={x(i)} y={height - 6} textAnchor={i === 0 ? 'start' : 'middle'} className={styles['axis']}>{format.day(day)}</text>)}
        <path d={line(({ planned }) => planned)} className={styles['planned']} />
        {past.length > 0 && <path d={`${line(({ done }) => done, past)} L${x(past.length - 1).toFixed(1)} ${y(0)} L${x(0)} ${y(0)} Z`} className={styles['area']} />}
        {past.length > 0 && <path d={line(({ done }) => done, past)} className={styles['finished']} />}
      </svg>
      </div>
      <Text size="xs" c="dimmed">{t('readiness.plan.progress_hint')}</Text>
    </Paper>
  );
} // prettier-ignore

function Key({ className, name }: { className: string; name: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <svg width={24} height={6} aria-hidden>
        <line x1={0} x2={24} y1={3} y2={3} className={styles[className]} />
      </svg>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
    </Group>
  );
}
