import { Alert, Button, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useDeskT } from '../desk-words.ts';
import { useMe } from '../queries.ts';
import { useT } from '../words.ts';
import { activities, type Activity } from '../../time/activities.ts';
import { todayIn, useMinutes } from './time.ts';

/** A quick booking: how long, what, when. */
export function BookTime(props: {
  readonly path: string;
  readonly queryKey: readonly unknown[];
  readonly onClose: () => void;
}) {
  const { path, queryKey, onClose } = props;
  const t = useT();
  const desk = useDeskT();
  const minutesWords = useMinutes();
  const words = useProblemWords();
  const me = useMe();
  const client = useQueryClient();
  const [minutes, setMinutes] = useState<number>();
  const [date, setDate] = useState(() => todayIn(me.person.zone));
  const [activity, setActivity] = useState<Activity>('analysis');
  const [note, setNote] = useState('');
  const [billable, setBillable] = useState(false);
  const book = useMutation({
    mutationFn: () =>
      api.post<{ minutes: number }>(`${path}/time`, {
        minutes,
        date,
        activity,
        billable,
        note: note.trim() === '' ? null : note.trim(),
      }),
    onSuccess: async (entry) => {
      celebrate(desk('time.booked', { time: minutesWords(entry.minutes) }));
      await client.invalidateQueries({ queryKey });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    book.mutate();
  };
  const { byField, rest } = fieldErrors(book.error, ['minutes', 'date', 'note']);
  const general = book.error && Object.keys(byField).length === 0 ? [...rest, words(book.error)] : rest;
  return (
    <form onSubmit={submit} noValidate aria-label={desk('time.add')}>
      <Stack gap={8}>
        {general.length > 0 && (
          <Alert color="red" role="alert" p="xs">
            {general[0]}
          </Alert>
        )}
        <Group gap={8} grow align="flex-start">
          <NumberInput
            size="xs"
            label={desk('time.minutes')}
            required
            min={1}
            max={1440}
            step={5}
            allowDecimal={false}
            value={minutes ?? ''}
            error={byField['minutes']}
            onChange={(next) => setMinutes(typeof next === 'number' ? next : undefined)}
            data-autofocus
          />
          <TextInput
            size="xs"
            type="date"
            label={desk('time.date')}
            required
            value={date}
            error={byField['date']}
            onChange={(e) => setDate(e.currentTarget.value)}
          />
        </Group>
        <ActivityInput value={activity} onChange={setActivity} />
        <TextInput
          size="xs"
          label={desk('time.note')}
          value={note}
          error={byField['note']}
          onChange={(e) => setNote(e.currentTarget.value)}
        />
        <Switch
          size="xs"
          label={desk('time.billable')}
          checked={billable}
          onChange={(e) => setBillable(e.currentTarget.checked)}
        />
        <Group gap={6}>
          <Button size="xs" type="submit" loading={book.isPending} disabled={minutes === undefined}>
            {desk('time.book')}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function ActivityInput({
  value,
  onChange,
}: {
  value: Activity;
  onChange: (activity: Activity) => void;
}) {
  const desk = useDeskT();
  return (
    <Select
      size="xs"
      label={desk('time.activity_label')}
      allowDeselect={false}
      data={activities.map((a) => ({ value: a, label: desk(`time.activity.${a}`) }))}
      value={value}
      onChange={(next) => onChange(activities.find((a) => a === next) ?? 'other')}
    />
  );
}
