import {
  ActionIcon,
  Alert,
  Button,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { CalendarFeed } from '../../../kernel/web/CalendarFeed.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { today as todayIn } from '../../../platform/ui/zoned.ts';
import { riskLevels } from '../change.risk.ts';
import { Legend } from './schedule/Event.tsx';
import { Month } from './schedule/Month.tsx';
import { MoveDialog } from './schedule/MoveDialog.tsx';
import { addDays, dayStart, daysOf, stepped, useSchedule, views, type Filter, type Planned, type View } from './schedule/schedule.web.ts'; // prettier-ignore
import { Timeline } from './schedule/Timeline.tsx';
import { useT } from './useT.ts';
import { Week } from './schedule/Week.tsx';

const kept = 'servanda.change-schedule.view';
const lastView = (): View => views.find((view) => view === localStorage.getItem(kept)) ?? 'month';

/** [8.5.1.3] The schedule of changes, with what else is to happen or must not. */
export default function SchedulePage() {
  const t = useT();
  const format = useFormat();
  const today = todayIn(format.zone);
  const [view, setView] = useState<View>(lastView);
  const [anchor, setAnchor] = useState(today);
  const [filter, setFilter] = useState<Filter>({ service: null, team: null, risk: null });
  const [moving, setMoving] = useState<{ change: Planned; from: string } | null>(null);
  useEffect(() => localStorage.setItem(kept, view), [view]);
  useEffect(() => {
    document.title = `${t('change_schedule.title')} · Servanda`;
  }, [t]);
  const days = daysOf(view, anchor);
  const from = dayStart(days[0] ?? anchor, format.zone);
  const to = dayStart(addDays(days.at(-1) ?? anchor, 1), format.zone);
  const found = useSchedule(from, to, filter);
  const shared = {
    days,
    today,
    onDrop: (change: Planned, at: string) => setMoving({ change, from: at }),
    onMove: (change: Planned) => setMoving({ change, from: change.from }),
  };
  return (
    <Stack gap="sm" p="md">
      <Group justify="space-between" gap="sm">
        <div>
          <Title order={1} size="h3">{t('change_schedule.title')}</Title>
          <Text size="sm" c="dimmed">{t('change_schedule.hint')}</Text>
        </div>
        <CalendarFeed at="/changes/schedule/feed" hint={t('change_schedule.feed_hint')} />
      </Group>
      <Group gap="sm" align="flex-end">
        <Group gap={4}>
          <ActionIcon variant="default" size="input-sm" aria-label={t('change_schedule.before')} onClick={() => setAnchor(stepped(view, anchor, -1))}><IconChevronLeft size={16} /></ActionIcon>
          <Button variant="default" onClick={() => setAnchor(today)}>{t('change_schedule.today')}</Button>
          <ActionIcon variant="default" size="input-sm" aria-label={t('change_schedule.after')} onClick={() => setAnchor(stepped(view, anchor, 1))}><IconChevronRight size={16} /></ActionIcon>
        </Group>
        <Text fw={600} style={{ minWidth: 150, lineHeight: '36px' }} aria-live="polite">
          {view === 'month' ? format.month(`${anchor.slice(0, 7)}-15T12:00:00Z`) : `${format.day(days[0] ?? anchor)} – ${format.day(days.at(-1) ?? anchor)}`}
        </Text>
        <SegmentedControl aria-label={t('change_schedule.view')} value={view} onChange={(next) => setView(next)} data={views.map((value) => ({ value, label: t(`change_schedule.${value}`) }))} />
        <Filters filter={filter} onChange={setFilter} />
      </Group>
      {found.isError && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Loading minHeight={420} />}
      {found.data?.complete === false && <Alert color="orange" p="xs">{t('change_schedule.incomplete', { n: found.data.changes.length })}</Alert>}
      {found.data && view === 'month' && <Month {...shared} anchor={anchor} schedule={found.data} onDay={(day) => (setAnchor(day), setView('week'))} />}
      {found.data && view === 'week' && <Week {...shared} schedule={found.data} />}
      {found.data && view === 'timeline' && <Timeline {...shared} schedule={found.data} />}
      <Legend />
      {moving && <MoveDialog {...moving} onClose={() => setMoving(null)} />}
    </Stack>
  );
} // prettier-ignore

function Filters({ filter, onChange }: { filter: Filter; onChange: (next: Filter) => void }) {
  const t = useT();
  const labels = useLabels();
  return (
    <Group gap={8} align="flex-end" style={{ flex: 1, justifyContent: 'flex-end' }}>
      <div style={{ width: 190 }}>
        <ReferencePicker to={['service']} label={t('change_schedule.service')} value={filter.service} onChange={(service) => onChange({ ...filter, service })} />
      </div>
      <div style={{ width: 150 }}>
        <ReferencePicker to={['team']} label={t('change_schedule.team')} value={filter.team} onChange={(team) => onChange({ ...filter, team })} />
      </div>
      <Select
        w={140}
        clearable
        label={t('change_schedule.risk')}
        placeholder={t('change_schedule.all_risks')}
        value={filter.risk}
        onChange={(risk) => onChange({ ...filter, risk })}
        data={riskLevels.map((value) => ({ value, label: labels.option('change', 'riskLevel', value) }))}
      />
    </Group>
  );
} // prettier-ignore
