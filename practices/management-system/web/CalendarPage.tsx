import { ActionIcon, Alert, Anchor, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { CalendarFeed } from '../../../kernel/web/CalendarFeed.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { PlainLink } from '../../../kernel/web/PlainLink.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { Query } from '../../../platform/ui/search-params.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { phases, useCalendar, useSystemWords, type Calendar, type Planned } from './system.web.ts';
import styles from './system.module.css';

const shownAtFirst = 8;
/** Types are named as they stand within a sentence; here the name begins a line. */
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** A year of everything that is owed by a day. */
export default function CalendarPage() {
  const t = useSystemWords();
  const search: Query = useSearch({ strict: false });
  const [thisYear] = useState(() => new Date().getFullYear());
  const year = Number(search['year'] ?? thisYear);
  const found = useCalendar(year, search['mine'] === '1');
  useEffect(() => {
    document.title = `${t('management_system.calendar.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={480} />;
  return <Year calendar={found.data} year={year} search={search} />;
} // prettier-ignore

function Year({ calendar, year, search }: { calendar: Calendar; year: number; search: Query }) {
  const t = useSystemWords();
  const labels = useLabels();
  const language = useLanguage();
  const navigate = useNavigate();
  const set = (patch: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: '.', search: (before: Query) => ({ ...before, ...patch }), replace: true, resetScroll: false });
  const kinds = useMemo(() => [...new Map(calendar.items.map(({ type }) => [type, labels.plural(type)]))].toSorted((a, b) => a[1].localeCompare(b[1], language)), [calendar.items, labels, language]);
  const fits = (one: Planned) =>
    (search['phase'] === undefined || one.phase === search['phase']) && (search['kind'] === undefined || one.type === search['kind']);
  const items = calendar.items.filter(fits);
  const byMonth = Map.groupBy(items, ({ day }) => Number(day.slice(5, 7)));
  return (
    <Stack p="md" gap="sm" className={styles['phases'] ?? ''}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h3">{t('management_system.calendar.title')}</Title>
          <Text size="sm" c="dimmed">{t('management_system.calendar.hint')}</Text>
        </div>
        <CalendarFeed at="/management-system/calendar/feed" hint={t('management_system.calendar.feed_hint')} />
      </Group>
      <Group gap="sm">
        <Group gap={4}>
          <ActionIcon variant="default" size="input-sm" aria-label={t('management_system.calendar.before')} onClick={() => set({ year: String(year - 1) })}><IconChevronLeft size={16} /></ActionIcon>
          <Text fw={600} w={90} ta="center" aria-live="polite">{t('management_system.calendar.year', { year })}</Text>
          <ActionIcon variant="default" size="input-sm" aria-label={t('management_system.calendar.after')} onClick={() => set({ year: String(year + 1) })}><IconChevronRight size={16} /></ActionIcon>
        </Group>
        <Segments label={t('management_system.calendar.whose')} value={search['mine'] === '1' ? 'mine' : 'everybody'} onChange={(next) => set({ mine: next === 'mine' ? '1' : undefined })}
          choices={(['everybody', 'mine'] as const).map((value) => ({ value, label: t(`management_system.calendar.${value}`) }))} />
        <Segments label={t('management_system.calendar.phase')} value={search['phase'] ?? 'all'} onChange={(next) => set({ phase: next === 'all' ? undefined : next })}
          choices={[{ value: 'all', label: t('management_system.all_phases') }, ...phases.map((value) => ({ value: value as string, label: t(`management_system.phase.${value}`) }))]} />
        <Select aria-label={t('management_system.calendar.kind')} placeholder={t('management_system.calendar.all_kinds')} clearable searchable w={210}
          data={kinds.map(([value, label]) => ({ value, label }))} value={search['kind'] ?? null} onChange={(kind) => set({ kind: kind ?? undefined })} />
      </Group>
      {calendar.cut && <Alert color="yellow" p="xs">{t('management_system.calendar.cut')}</Alert>}
      {items.length === 0 ? <Empty title={t('management_system.calendar.none')} /> : (
        <div className={styles['months']}>
          {Array.from({ length: 12 }, (_, i) => (
            <Month key={i} year={year} month={i + 1} items={byMonth.get(i + 1) ?? []} calendar={calendar} />
          ))}
        </div>
      )}
    </Stack>
  );
} // prettier-ignore

function Month({ year, month, items, calendar }: { year: number; month: number; items: readonly Planned[]; calendar: Calendar }) {
  const t = useSystemWords();
  const labels = useLabels();
  const format = useFormat();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, 15)));
  const late = items.filter((one) => one.owed && one.day < calendar.today).length;
  const shown = open ? items : items.slice(0, shownAtFirst);
  const isNow = calendar.today.startsWith(`${year}-${String(month).padStart(2, '0')}`);
  return (
    <Paper p="sm" component="section" aria-label={name} className={isNow ? (styles['now'] ?? '') : ''}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h6">{name}</Title>
        <Text size="xs" c={late > 0 ? 'red' : 'dimmed'}>{late > 0 ? `${t('management_system.overdue')}: ${format.number(late)}` : format.number(items.length)}</Text>
      </Group>
      {items.length === 0 && <Text size="xs" c="dimmed">{t('management_system.calendar.nothing', { month: name })}</Text>}
      {shown.map((one) => {
        const owner = one.ownerId === null ? '' : (calendar.refs[one.ownerId]?.title ?? '');
        return (
          <PlainLink key={`${one.id}.${one.field}`} to={paths.record(one.plural, one.number)} className={`${styles['item']} ${styles[one.phase]}`}
            data-late={one.owed && one.day < calendar.today} data-done={!one.owed} title={`${one.number} · ${one.title}${owner === '' ? '' : ` · ${owner}`}`}>
            <span className={styles['day']}>{Number(one.day.slice(8, 10))}</span>
            <span className={styles['dot']} aria-hidden />
            <span style={{ minWidth: 0 }}>
              <Text size="sm" truncate>{one.title}</Text>
              <Text size="xs" c="dimmed" truncate>{capital(labels.name(one.type))} · {labels.field(one.type, one.field)}{one.owed ? '' : ` · ${t('management_system.calendar.done')}`}</Text>
            </span>
          </PlainLink>
        );
      })}
      {items.length > shownAtFirst && (
        <Anchor component="button" type="button" size="xs" ml={42} mih={24} onClick={() => setOpen(!open)}>
          {open ? t('management_system.calendar.fewer') : t('management_system.calendar.more', { count: items.length - shownAtFirst })}
        </Anchor>
      )}
    </Paper>
  );
} // prettier-ignore
