import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { text, value, type Refs, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { type Outlook } from './change.web.ts';
import { MoveDialog } from './schedule/MoveDialog.tsx';
import { dayOf, type Planned } from './schedule/schedule.web.ts';
import { useT } from './useT.ts';

type Collision = Outlook['collisions'][number];
const typeOf = { change: 'change', freeze: 'change-freeze', release: 'release' } as const;

/** What else is planned or frozen there: what it is, by which way it concerns this change, and for how long. */
export function Collisions({ record, outlook }: { record: Whole; outlook: Outlook }) {
  const t = useT();
  const format = useFormat();
  const window = text(record, 'plannedStartAt') !== '';
  const checkedAt = text(record, 'collisionsCheckedAt');
  const by = record.refs[text(record, 'collisionsCheckedById')]?.title ?? '—';
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>{t('change_page.collisions')}</Text>
        <Text size="xs" c="dimmed">
          {checkedAt === '' ? t('change_schedule.checked_never') : t('change_schedule.checked', { at: format.dateTime(checkedAt), name: by })}
        </Text>
      </Group>
      {outlook.collisions.length === 0 ? (
        <Text size="sm" c="dimmed">{t(window ? 'change_page.no_collisions' : 'change_page.no_window')}</Text>
      ) : (
        <Stack gap={6} mt={4}>
          {outlook.collisions.map((collision) => <One key={collision.id} collision={collision} refs={outlook.refs} />)}
        </Stack>
      )}
      <Windows record={record} />
    </div>
  );
} // prettier-ignore

function One({ collision, refs }: { collision: Collision; refs: Refs }) {
  const t = useT();
  const format = useFormat();
  const { id, number, title, kind = 'change', relation, path = [], letPass } = collision;
  return (
    <div>
      <Group gap={8}>
        <RefLink id={id} refs={{ [id]: { type: typeOf[kind], number, title, state: '' } }} />
        {relation && <Badge size="sm" color={letPass ? 'gray' : kind === 'freeze' ? 'cyan' : relation === 'same' ? 'orange' : 'yellow'}>{t(`change_schedule.relation.${relation}`)}</Badge>}
        <Text size="xs" c={letPass ? 'dimmed' : 'orange'}>
          {t('change_schedule.overlap', { from: format.short(collision.overlapFrom ?? collision.from), to: format.short(collision.overlapTo ?? collision.to) })}
        </Text>
      </Group>
      {path.length > 1 && <Text size="xs" c="dimmed">{path.map((one) => refs[one]?.title ?? '…').join(' → ')}</Text>}
      {letPass && <Text size="xs" c="dimmed">{t('change_schedule.passes', { name: (letPass.byId !== null && refs[letPass.byId]?.title) || '—', reason: letPass.reason })}</Text>}
    </div>
  );
} // prettier-ignore

type Proposal = {
  readonly windows: readonly { from: string; to: string; expected: number; promisedMinutes: number }[];
  readonly basis: {
    readonly of: 'services' | 'organisation' | 'nothing';
    readonly reports: number;
    readonly weeks: number;
    readonly zone: string;
    readonly calendars: readonly string[];
    readonly avoided: readonly { number: string }[];
  };
};
const by: Readonly<Record<string, 'edit' | 'reschedule' | 'move_back'>> = {
  submitted: 'edit', more_info: 'edit', approved: 'move_back', scheduled: 'reschedule',
}; // prettier-ignore

/** Asked for, not imposed: reasoned windows of low use, each one press away from being taken. */
function Windows({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const [asked, setAsked] = useState(false);
  const [taken, setTaken] = useState<string | null>(null);
  const found = useQuery({
    queryKey: [...keys.record('change', record.number), 'windows'],
    enabled: asked,
    queryFn: ({ signal }) => api.get<Proposal>(`/changes/${encodeURIComponent(record.number)}/windows`, signal),
  }).data;
  const action = by[record.state];
  if (action === undefined || text(record, 'plannedStartAt') === '') return null;
  if (!asked || !found)
    return <Button mt={6} size="compact-sm" variant="subtle" loading={asked} leftSection={<IconCalendarSearch size={14} aria-hidden />} onClick={() => setAsked(true)}>{t('change_schedule.windows_find')}</Button>;
  const { windows, basis } = found;
  const change = {
    ...record, from: text(record, 'plannedStartAt'), to: text(record, 'plannedEndAt'), windowBasis: value(record, 'windowBasis'), move: { action, why: null },
  } as unknown as Planned;
  return (
    <Stack gap={4} mt={8}>
      <Text size="sm" fw={500}>{t('change_schedule.windows')}</Text>
      {windows.length === 0 && <Text size="sm" c="dimmed">{t('change_schedule.windows_none')}</Text>}
      {windows.map((one) => (
        <Group key={one.from} gap={10}>
          <Text size="sm" style={{ minWidth: 210 }}>{format.weekday(dayOf(one.from, format.zone))} {format.short(one.from)} – {format.clock(one.to)}</Text>
          <Text size="xs" c="dimmed">
            {t('change_schedule.windows_expected', { n: format.number(one.expected) })} · {one.promisedMinutes === 0 ? t('change_schedule.windows_outside') : t('change_schedule.windows_inside', { n: one.promisedMinutes })}
          </Text>
          <Button size="compact-xs" variant="light" onClick={() => setTaken(one.from)}>{t('change_schedule.windows_take')}</Button>
        </Group>
      ))}
      <Text size="xs" c="dimmed">
        {t(`change_schedule.windows_why.${basis.of}`, { n: format.number(basis.reports), weeks: basis.weeks, zone: basis.zone })}{' '}
        {basis.calendars.length > 0 && t('change_schedule.windows_hours', { names: basis.calendars.join(', ') })}{' '}
        {basis.avoided.length > 0 && t('change_schedule.windows_avoided', { names: basis.avoided.map(({ number }) => number).join(', ') })}
      </Text>
      {taken !== null && <MoveDialog change={change} from={taken} onClose={() => setTaken(null)} />}
    </Stack>
  );
} // prettier-ignore
