import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLanguage } from '../../../platform/ui/words.ts';
import { useCalendar, useT } from './asset.web.ts';
import { CalendarList, CalendarMonth } from './CalendarViews.tsx';
import { monthAfter, weeksOf } from './calendar-days.ts';

const now = () => new Date().toISOString().slice(0, 7);

/** What is maintained when: tasks that are due, done or missed, and what the plans will ask for. */
export default function CalendarPage() {
  const t = useT();
  const labels = useLabels();
  const creates = useMetaType('maintenance-plan').create.allowed;
  const language = useLanguage();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)') ?? false;
  const { month = now(), view }: { month?: string; view?: string } = useSearch({ strict: false });
  const shown = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? month : now();
  const weeks = weeksOf(shown);
  const calendar = useCalendar(weeks[0]?.[0] ?? `${shown}-01`, weeks.at(-1)?.[6] ?? `${shown}-28`);
  const list = (view ?? (narrow ? 'list' : 'month')) === 'list';
  const name = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${shown}-01T00:00:00Z`),
  );
  const go = (search: Readonly<Record<string, string>>) =>
    void navigate({ to: '/maintenance-plans/calendar', search: { month: shown, ...(view ? { view } : {}), ...search } });
  useEffect(() => {
    document.title = `${t('asset_pages.calendar')} · Servanda`;
  }, [t]);
  return (
    <Stack gap="sm" p="md">
      <Group justify="space-between">
        <div>
          <Title order={1} size="h3">
            {t('asset_pages.calendar')}
          </Title>
          <Text size="sm" c="dimmed" component="div">
            <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.queue('maintenance-plans')} />}>
              {t('asset_pages.plans')}
            </Anchor>
            {' · '}
            <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.queue('maintenance-tasks')} />}>
              {t('asset_pages.tasks')}
            </Anchor>
          </Text>
        </div>
        <Group gap="sm">
          {creates && (
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              renderRoot={(p) => <Link {...p} to={paths.create('maintenance-plans')} />}
            >
              {labels.createTitle('maintenance-plan')}
            </Button>
          )}
          <Button.Group>
            <Button variant="default" px={8} aria-label={t('asset_pages.earlier')} onClick={() => go({ month: monthAfter(shown, -1) })}>
              <IconChevronLeft size={16} aria-hidden />
            </Button>
            <Button variant="default" onClick={() => go({ month: now() })}>
              {t('asset_pages.today')}
            </Button>
            <Button variant="default" px={8} aria-label={t('asset_pages.later')} onClick={() => go({ month: monthAfter(shown, 1) })}>
              <IconChevronRight size={16} aria-hidden />
            </Button>
          </Button.Group>
          <Text fw={600} miw={110} aria-live="polite">
            {name}
          </Text>
          <Segments
            label={t('asset_pages.calendar')}
            value={list ? 'list' : 'month'}
            choices={[
              { value: 'month', label: t('asset_pages.month_view') },
              { value: 'list', label: t('asset_pages.list_view') },
            ]}
            onChange={(next) => go({ view: next })}
          />
        </Group>
      </Group>
      {calendar.isError ? (
        <ErrorState error={calendar.error} retry={() => void calendar.refetch()} />
      ) : calendar.isPending ? (
        <Loading minHeight={320} />
      ) : list ? (
        <CalendarList calendar={calendar.data} month={shown} />
      ) : (
        <CalendarMonth calendar={calendar.data} weeks={weeks} month={shown} />
      )}
    </Stack>
  );
} // prettier-ignore
