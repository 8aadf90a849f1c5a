import { Anchor, Badge, Drawer, List, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat, ZoneContext, type Format } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { Clock, Explanation, MetaType, Segment } from '../contract.ts';
import { paths } from '../paths.ts';
import { useExplanation } from '../queries.ts';
import { useLabels, useT } from '../words.ts';

type Props = {
  readonly meta: MetaType;
  readonly number: string;
  readonly clock: Clock;
  readonly onClose: () => void;
};

/** "Why is it due then?": the agreement, the calendar, and every run and pause with its hours. */
export default function ExplanationDrawer({ meta, number, clock, onClose }: Props) {
  const t = useT();
  const labels = useLabels();
  const answer = useExplanation(meta, number, clock.name);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={760}
      title={`${t('promise.why_title')} — ${labels.clock(meta.type, clock.name)}, ${number}`}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {answer.isPending && <Loading />}
      {answer.isError && <ErrorState error={answer.error} retry={() => void answer.refetch()} />}
      {answer.data && (
        <ZoneContext value={answer.data.calendar?.zone ?? 'UTC'}>
          <Answer meta={meta} answer={answer.data} />
        </ZoneContext>
      )}
    </Drawer>
  );
}

function Answer({ meta, answer }: { meta: MetaType; answer: Explanation }) {
  const t = useT();
  const format = useFormat();
  const { agreement, calendar, segments, words } = answer;
  return (
    <Stack gap="md">
      {words.length > 0 && (
        <List size="sm" spacing={4}>
          {words.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
      <Text size="sm">
        {agreement && (
          <>
            {t('promise.agreement')}{' '}
            <Anchor
              size="sm"
              renderRoot={(props) => <Link {...props} to={paths.record('agreements', agreement.number)} />}
            >
              {agreement.title}
            </Anchor>{' '}
            ({t('promise.version', { version: agreement.version })}){calendar && ' · '}
          </>
        )}
        {calendar && (
          <>
            {t('promise.calendar')}{' '}
            <Anchor
              size="sm"
              renderRoot={(props) => <Link {...props} to={paths.record('calendars', calendar.number)} />}
            >
              {calendar.title}
            </Anchor>{' '}
            ({calendar.zone})
          </>
        )}
      </Text>
      <Table.ScrollContainer minWidth={600}>
        <Table aria-label={t('promise.segments')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('promise.from')}</Table.Th>
              <Table.Th>{t('promise.to')}</Table.Th>
              <Table.Th>{t('promise.state')}</Table.Th>
              <Table.Th>{t('promise.mode')}</Table.Th>
              <Table.Th ta="right">{t('promise.worked')}</Table.Th>
              <Table.Th ta="right">{t('promise.sum')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {segments.map((segment) => (
              <SegmentRows
                key={`${segment.from} ${segment.to} ${segment.state}`}
                meta={meta}
                segment={segment}
                format={format}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t('promise.zone_note', { zone: format.zone })}
      </Text>
    </Stack>
  );
}

const iso = (at: string | number) => new Date(at).toISOString();
const colors = { run: 'blue', pause: 'yellow', stop: 'gray' } as const;

function SegmentRows({ meta, segment, format }: { meta: MetaType; segment: Segment; format: Format }) {
  const t = useT();
  const labels = useLabels();
  const { from, to, mode, state, workedMs, cumulativeMs, projected, why, days = [] } = segment;
  return (
    <>
      <Table.Tr>
        <Table.Td>{format.short(iso(from))}</Table.Td>
        <Table.Td>{format.short(iso(to))}</Table.Td>
        <Table.Td>{state === null ? '' : labels.state(meta.type, state)}</Table.Td>
        <Table.Td>
          <Badge color={colors[mode]}>{t(`promise.mode_${mode}`)}</Badge>
          {projected === true && (
            <Text span size="xs" c="dimmed">
              {' '}
              {t('promise.projected')}
            </Text>
          )}
        </Table.Td>
        <Table.Td ta="right">{format.hours(workedMs)}</Table.Td>
        <Table.Td ta="right">{format.hours(cumulativeMs)}</Table.Td>
      </Table.Tr>
      {why != null && (
        <Table.Tr>
          <Table.Td colSpan={6}>
            <Text size="xs" c="dimmed">
              {t('promise.because', { why })}
            </Text>
          </Table.Td>
        </Table.Tr>
      )}
      {(days.length > 1 ? days : days.filter((day) => day.note !== undefined)).map((day) => (
        <Table.Tr key={day.date}>
          <Table.Td />
          <Table.Td colSpan={3}>
            <Text size="xs" c="dimmed">
              {format.weekday(day.date)} {format.day(day.date)}
              {day.note === undefined ? '' : ` — ${noteWords(day.note, t)}`}
            </Text>
          </Table.Td>
          <Table.Td ta="right">
            <Text size="xs" c="dimmed">
              {format.hours(day.workedMs)}
            </Text>
          </Table.Td>
          <Table.Td />
        </Table.Tr>
      ))}
    </>
  );
}

function noteWords(note: string, t: ReturnType<typeof useT>): string {
  const [kind = '', name = ''] = note.split(/:(.*)/s);
  if (kind === 'weekend') return t('promise.note_weekend');
  if (kind === 'outside hours') return t('promise.note_outside');
  if (kind === 'holiday') return t('promise.note_holiday', { name });
  if (kind === 'make-up') return t('promise.note_make_up', { name });
  return note;
}
