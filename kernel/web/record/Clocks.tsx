import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Clock, MetaType } from '../contract.ts';
import { useClockLook } from '../queue/ClockCell.tsx';
import { useLabels, useT } from '../words.ts';
import styles from './record.module.css';

const ExplanationDrawer = lazy(() => import('./ExplanationDrawer.tsx'));
const marks = [50, 75, 90] as const;

/** The promises made for this record: how each stands, and why it is due when it is due. */
export function Clocks({
  meta,
  number,
  clocks,
}: {
  meta: MetaType;
  number: string;
  clocks: readonly Clock[];
}) {
  const t = useT();
  const [asked, setAsked] = useState<Clock>();
  const shown = clocks.filter((c) => c.status !== 'none');
  if (shown.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('promise.title')}>
      <Title order={2} size="h5" mb="sm">
        {t('promise.title')}
      </Title>
      <Stack gap="md">
        {shown.map((clock) => (
          <ClockPanel key={clock.name} meta={meta} clock={clock} onAsk={() => setAsked(clock)} />
        ))}
      </Stack>
      {asked && (
        <Suspense fallback={null}>
          <ExplanationDrawer meta={meta} number={number} clock={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </Paper>
  );
}

function ClockPanel({ meta, clock, onAsk }: { meta: MetaType; clock: Clock; onAsk: () => void }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const look = useClockLook();
  const { icon: Icon, color, words } = look(clock);
  const used = clock.targetMs ? Math.min(100, (clock.elapsedMs / clock.targetMs) * 100) : 0;
  const name = labels.clock(meta.type, clock.name);
  return (
    <div role="group" aria-label={name}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Icon size={15} color={`var(--mantine-color-${color}-text)`} aria-hidden />
          <Text size="sm" c={color === 'gray' ? 'dimmed' : color}>
            {words}
          </Text>
        </Group>
      </Group>
      <div
        className={styles['bar']}
        role="progressbar"
        aria-label={t('promise.used', { name })}
        aria-valuenow={Math.round(used)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div
          className={styles['fill']}
          style={{ width: `${used}%`, background: `var(--mantine-color-${color}-filled)` }}
        />
        {marks.map((at) => (
          <span key={at} className={styles['mark']} style={{ left: `${at}%` }} />
        ))}
      </div>
      <Group justify="space-between" gap="xs" mt={4}>
        <Text size="xs" c="dimmed">
          {clock.targetMs !== null &&
            t('promise.spent', {
              spent: format.hours(clock.elapsedMs),
              target: format.hours(clock.targetMs),
            })}
          {clock.dueAt !== null &&
            clock.status !== 'stopped' &&
            ` · ${t('promise.due', { at: format.dateTime(clock.dueAt) })}`}
          {(clock.cycles ?? 0) > 0 &&
            ` · ${t('promise.cycles', { missed: clock.missed ?? 0, cycles: (clock.cycles ?? 0) + (clock.status === 'stopped' ? 0 : 1) })}`}
        </Text>
        <Button variant="transparent" size="compact-xs" px={0} onClick={onAsk} aria-haspopup="dialog">
          {clock.status === 'stopped' ? t('promise.explain_stopped') : t('promise.explain')}
        </Button>
      </Group>
    </div>
  );
}
