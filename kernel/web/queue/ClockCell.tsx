import { Text } from '@mantine/core';
import {
  IconAlertTriangleFilled,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconClockPause,
  type Icon,
} from '@tabler/icons-react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useNow } from '../../../platform/ui/now.ts';
import type { Clock } from '../contract.ts';
import { useLabels, useT } from '../words.ts';
import styles from './queue.module.css';

/** The clock a list shows: the running one due first, else a paused one, else the last breached or kept one. */
export function pressing(clocks: readonly Clock[] | undefined): Clock | undefined {
  if (!clocks) return undefined;
  const by = (status: Clock['status']) =>
    clocks
      .filter((c) => c.status === status)
      .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'))[0];
  return by('running') ?? by('paused') ?? clocks.find((c) => c.breachedAt !== null) ?? by('stopped');
}

export type ClockLook = { readonly icon: Icon; readonly color: string; readonly words: string };

/** How a clock stands, in colour, sign and words. */
export function useClockLook() {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  return (clock: Clock): ClockLook => {
    const overdue = clock.status === 'running' && clock.dueAt !== null && Date.parse(clock.dueAt) <= now;
    // A breach is permanent, but a recurring clock began anew after it.
    const late = overdue || (clock.breachedAt !== null && (clock.cycles ?? 0) === 0);
    if (clock.status === 'stopped') {
      return late || (clock.missed ?? 0) > 0
        ? { icon: IconAlertTriangleFilled, color: 'red', words: t('promise.was_breached') }
        : { icon: IconCircleCheck, color: 'teal', words: t('promise.kept') };
    }
    if (clock.status === 'paused' && !late)
      return { icon: IconClockPause, color: 'gray', words: t('promise.paused') };
    if (late) {
      // Lateness counts from the promised instant; the breach may have been noticed later, when a target came to apply.
      const since = overdue || clock.breachedAt === null ? clock.dueAt : clock.breachedAt;
      const time = since === null ? '' : format.duration(now - Date.parse(since));
      return { icon: IconAlertTriangleFilled, color: 'red', words: t('promise.breached', { time }) };
    }
    if (clock.status === 'none' || clock.dueAt === null)
      return { icon: IconClock, color: 'gray', words: t('promise.none') };
    const time = format.duration(Date.parse(clock.dueAt) - now);
    const used = clock.targetMs ? clock.elapsedMs / clock.targetMs : 0;
    const near = used >= 0.75 || (clock.warned ?? 0) >= 75;
    return {
      icon: near ? IconClockExclamation : IconClock,
      color: near ? 'orange' : 'blue',
      words: t('promise.left', { time }),
    };
  };
}

export function ClockCell({ type, clocks }: { type: string; clocks: readonly Clock[] | undefined }) {
  const look = useClockLook();
  const labels = useLabels();
  const format = useFormat();
  const clock = pressing(clocks);
  if (!clock || clock.status === 'none')
    return (
      <Text size="sm" c="dimmed">
        —
      </Text>
    );
  const { icon: Icon, color, words } = look(clock);
  const due = clock.dueAt === null ? '' : ` · ${format.dateTime(clock.dueAt)}`;
  return (
    // Plain elements: it stands in each row of a list.
    <div className={styles['clock']} title={`${labels.clock(type, clock.name)}${due}`}>
      <Icon size={15} color={`var(--mantine-color-${color}-text)`} aria-hidden />
      <span style={{ color: `var(--mantine-color-${color === 'gray' ? 'dimmed' : `${color}-text`})` }}>
        {words}
      </span>
      <small>{labels.clock(type, clock.name)}</small>
    </div>
  );
}
