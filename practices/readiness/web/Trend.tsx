import { Paper, Text, Title } from '@mantine/core';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Status } from '../../../kernel/evidence/evidence.ts';
import { useReadinessWords, useTrend, type TrendDay } from './readiness.web.ts';
import { toneClass } from './tone.ts';
import styles from './readiness.module.css';

const height = 120;
const width = 340;
/** The worst at the bottom: what shrinks is seen to shrink. */
const order = ['failed', 'missing', 'partly', 'none', 'met'] as const satisfies readonly Status[];

/** How many were answered how, day by day; a day opens the map as it was. */
export function Trend({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const t = useReadinessWords();
  const format = useFormat();
  const days = useTrend().data?.items ?? [];
  if (days.length === 0) return null;
  const most = Math.max(1, ...days.map((one) => order.reduce((sum, status) => sum + one[status], 0)));
  const step = Math.min(26, width / days.length);
  const first = days[0];
  const last = days.at(-1);
  return (
    <Paper p="md" component="section" aria-label={t('readiness.trend')}>
      <Title order={2} size="h5" mb="xs">{t('readiness.trend')}</Title>
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="group" aria-label={t('readiness.trend')}>
        {days.map((one, i) => (
          <Bar key={one.day} one={one} x={i * step} width={Math.max(0.8, step - (step > 4 ? 2 : 0.2))} most={most} chosen={one.day === day}
            label={t('readiness.trend_day', { ...one, day: format.day(one.day) })} onChoose={() => onDay(one.day)} />
        ))}
      </svg>
      <Text size="xs" c="dimmed" mt={4}>
        {first && last && first.day !== last.day ? `${format.day(first.day)} – ${format.day(last.day)} · ${t('readiness.trend_hint')}` : t('readiness.trend_begins')}
      </Text>
    </Paper>
  );
} // prettier-ignore

function Bar(props: {
  readonly one: TrendDay;
  readonly x: number;
  readonly width: number;
  readonly most: number;
  readonly chosen: boolean;
  readonly label: string;
  readonly onChoose: () => void;
}) {
  const { one, x, width: wide, most, chosen, label, onChoose } = props;
  const parts = order.map((status, i) => {
    const below = order.slice(0, i).reduce((sum, each) => sum + one[each], 0);
    const scale = (height - 10) / most;
    return { status, tall: one[status] * scale, y: height - 4 - (below + one[status]) * scale };
  });
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={chosen}
      className={styles['trendbar']}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') onChoose();
      }}
    >
      <title>{label}</title>
      <rect x={x} y={0} width={wide} height={height} fill="transparent" />
      {parts.map(({ status, tall, y }) =>
        tall === 0 ? null : (
          <rect key={status} x={x} y={y} width={wide} height={tall} rx={wide > 4 ? 1.5 : 0} className={toneClass(status)} fill="var(--tone)" />
        ),
      )}
      {chosen && wide > 3 && <rect x={x} y={height - 2.5} width={wide} height={2.5} rx={1} fill="var(--mantine-primary-color-filled)" />}
    </g>
  );
} // prettier-ignore
