import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconArrowBackUp, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { MetaType } from '../contract.ts';
import { useDeskT } from '../desk-words.ts';
import { endpoints } from '../paths.ts';
import { keys, useMe } from '../queries.ts';
import { useT } from '../words.ts';
import { BookTime } from './BookTime.tsx';
import { RunningTimer } from './RunningTimer.tsx';
import { sumCosts, useMinutes, useMoney, type RecordTime, type TimeEntry } from './time.ts';

const shownAtOnce = 4;

/** Time booked on a record, compactly: the sum, a timer, a quick booking, the latest entries. Only staff see it. */
export default function TimePanel({ meta, number }: { meta: MetaType; number: string }) {
  const desk = useDeskT();
  const minutes = useMinutes();
  const money = useMoney();
  const complain = useComplain();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const path = endpoints.record(meta.plural, number);
  const queryKey = [...keys.record(meta.type, number), 'time'];
  const time = useQuery({ queryKey, queryFn: ({ signal }) => api.get<RecordTime>(`${path}/time`, signal) });
  const start = useMutation({
    mutationFn: () => api.post(`${path}/timer`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey }),
    onError: complain,
  });
  if (!time.data) return null;
  const { items, timer, mayBook } = time.data;
  if (items.length === 0 && !mayBook) return null;
  const sum = items.reduce((n, entry) => n + entry.minutes, 0);
  const costs = sumCosts(items).map(([currency, cents]) => money(cents, currency));
  const shown = all ? items : items.slice(0, shownAtOnce);
  return (
    <Paper p="md" component="section" aria-label={desk('time.title')}>
      <Group justify="space-between" mb={6} gap={6}>
        <Group gap={8} align="baseline">
          <Title order={2} size="h5">
            {desk('time.title')}
          </Title>
          {sum !== 0 && (
            <Text size="sm" fw={600}>
              {minutes(sum)}
            </Text>
          )}
          {costs.length > 0 && (
            <Text size="xs" c="dimmed">
              {costs.join(' + ')}
            </Text>
          )}
        </Group>
        {mayBook && (
          <Group gap={4}>
            {timer === null && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlayerPlay size={14} aria-hidden />}
                loading={start.isPending}
                onClick={() => start.mutate()}
              >
                {desk('time.start')}
              </Button>
            )}
            <Tooltip label={desk('time.add')}>
              <ActionIcon
                size={26}
                variant="subtle"
                aria-label={desk('time.add')}
                aria-expanded={adding}
                onClick={() => setAdding(!adding)}
              >
                <IconPlus size={15} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Group>
        )}
      </Group>
      <Stack gap={8}>
        {timer !== null && <RunningTimer timer={timer} here={timer.number === number} queryKey={queryKey} />}
        {adding && <BookTime path={path} queryKey={queryKey} onClose={() => setAdding(false)} />}
        {items.length === 0 && !adding && timer === null && (
          <Text size="xs" c="dimmed">
            {desk('time.none')}
          </Text>
        )}
        {shown.map((entry) => (
          <Entry key={entry.id} entry={entry} path={path} queryKey={queryKey} mayBook={mayBook} />
        ))}
        {items.length > shownAtOnce && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAll(!all)}>
            {all ? desk('time.fewer') : desk('time.all', { count: items.length })}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function Entry(props: {
  readonly entry: TimeEntry;
  readonly path: string;
  readonly queryKey: readonly unknown[];
  readonly mayBook: boolean;
}) {
  const { entry, path, queryKey, mayBook } = props;
  const desk = useDeskT();
  const minutes = useMinutes();
  const format = useFormat();
  const me = useMe();
  const [asked, setAsked] = useState(false);
  const over = entry.cancelled || entry.cancels !== null;
  const said = minutes(entry.minutes);
  return (
    <div style={{ opacity: over ? 0.9 : 1 }}>
      <Group gap={6} wrap="nowrap" justify="space-between">
        <Group gap={6}>
          <Text size="sm" fw={600} td={entry.cancelled ? 'line-through' : undefined}>
            {said}
          </Text>
          <Text size="xs">{desk(`time.activity.${entry.activity}`)}</Text>
          {entry.billable && <Badge size="xs">{desk('time.billable')}</Badge>}
          {entry.cancelled && (
            <Badge size="xs" color="gray">
              {desk('time.taken_back')}
            </Badge>
          )}
        </Group>
        {mayBook && !over && (entry.personId === me.person.id || me.administrator) && (
          <Tooltip label={desk('time.take_back')}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={desk('time.take_back_of', { time: said, name: entry.personName })}
              onClick={() => setAsked(!asked)}
            >
              <IconArrowBackUp size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[entry.personName, format.day(entry.date), entry.note].filter(Boolean).join(' · ')}
      </Text>
      {asked && (
        <TakeBack
          path={`${path}/time/${entry.id}/cancel`}
          queryKey={queryKey}
          onDone={() => setAsked(false)}
        />
      )}
    </div>
  );
}

/** A booking is never changed: its opposite is booked, with the reason. */
function TakeBack(props: {
  readonly path: string;
  readonly queryKey: readonly unknown[];
  readonly onDone: () => void;
}) {
  const { path, queryKey, onDone } = props;
  const t = useT();
  const desk = useDeskT();
  const words = useProblemWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const cancel = useMutation({
    mutationFn: () => api.post(path, { reason: reason.trim() }),
    onSuccess: async () => {
      celebrate(desk('time.taken_back'));
      await client.invalidateQueries({ queryKey });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    cancel.mutate();
  };
  const { byField, rest } = fieldErrors(cancel.error, ['reason']);
  const fault = byField['reason'] ?? (cancel.error ? (rest[0] ?? words(cancel.error)) : undefined);
  return (
    <form onSubmit={submit} noValidate>
      <Group gap={6} align="flex-end" mt={4}>
        <TextInput
          flex={1}
          size="xs"
          label={desk('time.reason')}
          required
          value={reason}
          error={fault}
          onChange={(e) => setReason(e.currentTarget.value)}
          data-autofocus
        />
        <Button size="xs" type="submit" loading={cancel.isPending} disabled={reason.trim() === ''}>
          {desk('time.take_back')}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </form>
  );
}
