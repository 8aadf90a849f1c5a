import { Badge } from '@mantine/core';
import {
  IconCircle,
  IconCircleCheck,
  IconCircleDot,
  IconClockPause,
  IconLock,
  type Icon,
} from '@tabler/icons-react';
import type { Phase } from '../../process/process.ts';
import type { MetaType } from '../contract.ts';
import { useLabels } from '../words.ts';

const looks: Readonly<Record<Phase, { icon: Icon; color: string }>> = {
  new: { icon: IconCircle, color: 'violet' },
  active: { icon: IconCircleDot, color: 'blue' },
  waiting: { icon: IconClockPause, color: 'yellow' },
  done: { icon: IconCircleCheck, color: 'teal' },
  closed: { icon: IconLock, color: 'gray' },
};

export function StateBadge({
  meta,
  state,
  size = 'md',
}: {
  meta: MetaType | undefined;
  state: string;
  size?: string;
}) {
  const labels = useLabels();
  const phase = meta?.states.find((s) => s.key === state)?.phase ?? 'active';
  const { icon: Icon, color } = looks[phase];
  return (
    <Badge color={color} size={size} leftSection={<Icon size={12} aria-hidden />} style={{ flexShrink: 0 }}>
      {labels.state(meta?.type ?? 'record', state)}
    </Badge>
  );
}
