import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconClockPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { useDeskT } from '../desk-words.ts';
import { paths } from '../paths.ts';
import { useMeta } from '../queries.ts';
import { ActivityInput } from './BookTime.tsx';
import type { Activity } from '../../time/activities.ts';
import { useMinutes, type Timer } from './time.ts';

/** The one timer that a person lets run: here to be stopped, elsewhere with the way there. */
export function RunningTimer(props: {
  readonly timer: Timer;
  readonly here: boolean;
  readonly queryKey: readonly unknown[];
}) {
  const { timer, here, queryKey } = props;
  const desk = useDeskT();
  const format = useFormat();
  const minutes = useMinutes();
  const complain = useComplain();
  const client = useQueryClient();
  const plural = useMeta().types.find((t) => t.type === timer.type)?.plural;
  const [activity, setActivity] = useState<Activity>('analysis');
  const ran = useRan(timer.startedAt);
  const end = useMutation({
    mutationFn: async (book: boolean) => {
      if (!book) {
        await api.delete('/me/timer');
        return null;
      }
      return api.post<{ minutes: number }>('/me/timer/stop', { activity });
    },
    onSuccess: async (entry) => {
      if (entry) celebrate(desk('time.booked', { time: minutes(entry.minutes) }));
      await client.invalidateQueries({ queryKey });
    },
    onError: complain,
  });
  return (
    <Alert color="blue" p="xs" icon={<IconClockPlay size={16} aria-hidden />}>
      {here ? (
        <Stack gap={8}>
          <Text size="sm" role="timer">
            <b>{minutes(ran)}</b> · {desk('time.runs_since', { at: format.dateTime(timer.startedAt) })}
          </Text>
          <ActivityInput value={activity} onChange={setActivity} />
          <Group gap={6}>
            <Button
              size="xs"
              leftSection={<IconPlayerStop size={14} aria-hidden />}
              loading={end.isPending}
              onClick={() => end.mutate(true)}
            >
              {desk('time.stop')}
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => end.mutate(false)}>
              {desk('time.drop')}
            </Button>
          </Group>
        </Stack>
      ) : (
        <Anchor
          size="sm"
          renderRoot={(p) =>
            plural === undefined ? <span {...p} /> : <Link {...p} to={paths.record(plural, timer.number)} />
          }
        >
          {desk('time.runs_elsewhere', { number: `${timer.number} ${timer.title}` })}
        </Anchor>
      )}
    </Alert>
  );
}

/** Whole minutes since, told anew each half minute. */
function useRan(startedAt: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - Date.parse(startedAt)) / 60_000));
}
