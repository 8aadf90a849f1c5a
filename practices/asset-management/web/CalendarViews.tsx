import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Empty } from '../../../platform/ui/States.tsx';
import { useT, type Calendar, type Entry } from './asset.web.ts';
import styles from './asset.module.css';

const linkOf = (entry: Entry) =>
  paths.record(entry.type === 'maintenance-task' ? 'maintenance-tasks' : 'maintenance-plans', entry.number);

const lookOf = (entry: Entry) =>
  entry.type === 'maintenance-plan'
    ? 'planned'
    : entry.doneOn !== null
      ? 'done'
      : entry.missed
        ? 'missed'
        : 'due';

const mostInDay = 4;

/** Seven columns; what does not fit into a day is one click away in the list. */
export function CalendarMonth(props: {
  readonly calendar: Calendar;
  readonly weeks: readonly (readonly string[])[];
  readonly month: string;
}) {
  const { calendar, weeks, month } = props;
  const t = useT();
  const format = useFormat();
  const byDay = Map.groupBy(calendar.items, (entry) => entry.date);
  return (
    <div className={styles['month']}>
      {weeks[0]?.map((date) => (
        <div key={date} className={styles['weekday']}>
          {format.weekday(date)}
        </div>
      ))}
      {weeks.flat().map((date) => {
        const entries = byDay.get(date) ?? [];
        return (
          <div key={date} className={styles['day']} data-other={date.startsWith(month) ? undefined : true}>
            <span className={styles['date']} data-today={date === calendar.today || undefined}>
              {Number(date.slice(8))}
            </span>
            {entries.slice(0, mostInDay).map((entry) => (
              <Link
                key={`${entry.number}${entry.date}`}
                to={linkOf(entry)}
                className={styles['entry'] ?? ''}
                data-look={lookOf(entry)}
                title={`${entry.number} ${entry.title}`}
              >
                {entry.title}
              </Link>
            ))}
            {entries.length > mostInDay && (
              <Link
                to="/maintenance-plans/calendar"
                search={{ month, view: 'list' }}
                className={styles['entry'] ?? ''}
                data-look="planned"
              >
                {t('asset_pages.more_due', { count: entries.length - mostInDay })}
              </Link>
            )}
          </div>
        );
      })}
    </div>
  );
}

export function CalendarList({ calendar, month }: { calendar: Calendar; month: string }) {
  const t = useT();
  const format = useFormat();
  const items = calendar.items.filter((entry) => entry.date.startsWith(month));
  if (items.length === 0) return <Empty title={t('asset_pages.nothing_due')} />;
  return (
    <Stack gap="sm" maw={860}>
      {[...Map.groupBy(items, (entry) => entry.date)].map(([date, entries]) => (
        <div key={date}>
          <Text size="sm" fw={600} mb={4} {...(date === calendar.today ? { c: 'blue' } : {})}>
            {format.weekday(date)} {format.day(date)}
          </Text>
          <Stack gap={6}>
            {entries.map((entry) => (
              <Item key={`${entry.number}${entry.date}`} entry={entry} calendar={calendar} />
            ))}
          </Stack>
        </div>
      ))}
    </Stack>
  );
}

function Item({ entry, calendar }: { entry: Entry; calendar: Calendar }) {
  const t = useT();
  const meta = useMeta().types.find((type) => type.type === entry.type);
  const named = (id: string | null) => (id === null ? undefined : calendar.refs[id]?.title);
  const about = [
    entry.subjectIds.map((id) => named(id)).filter(Boolean).join(', '),
    named(entry.teamId) ?? named(entry.ownerId),
    entry.windowFrom && t('asset_pages.window', { from: entry.windowFrom, to: entry.windowTo ?? '' }),
  ].filter(Boolean).join(' · '); // prettier-ignore
  return (
    <Paper p="sm">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text
            size="sm"
            fw={550}
            truncate
            renderRoot={(props) => <Link {...props} to={linkOf(entry)} style={{ color: 'inherit' }} />}
          >
            {entry.title}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {entry.number} {about === '' ? '' : `· ${about}`}
          </Text>
        </div>
        <Group gap={6} wrap="nowrap" style={{ flexShrink: 0 }}>
          {entry.missed && <Badge color="red">{t('asset_pages.missed')}</Badge>}
          {entry.type === 'maintenance-plan' ? (
            <Badge color="gray" variant="outline">
              {t('asset_pages.planned')}
            </Badge>
          ) : (
            <StateBadge meta={meta} state={entry.state} />
          )}
        </Group>
      </Group>
    </Paper>
  );
}
