import { Button, FileInput, Group, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarDay } from '../../../kernel/calendar/calendar.types.ts';
import { keys } from '../../../kernel/web/queries.ts';
import type { SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { useWords } from '../../../platform/ui/words.ts';
import type words from './words.en.ts';

const year = new Date().getFullYear();

type Preview = {
  readonly added: readonly CalendarDay[];
  readonly changed: readonly unknown[];
  readonly unchanged: number;
};

/** Holidays from the State Council's notices or from an iCalendar file: first shown, then taken over. */
export function Holidays({ meta, record }: SectionProps) {
  const t = useWords<typeof words>();
  const problem = useProblemWords();
  const client = useQueryClient();
  const [source, setSource] = useState<'china' | 'ical'>('china');
  const [file, setFile] = useState<File | null>(null);
  const [from, setFrom] = useState(`${year}-01-01`);
  const [to, setTo] = useState(`${year + 1}-12-31`);
  const take = useMutation({
    mutationFn: async (preview: boolean) => {
      const body = source === 'china' ? { preview } : { text: (await file?.text()) ?? '', from, to, preview };
      return api.post<Preview>(`/calendars/${record.number}/holidays/${source}`, body);
    },
    onSuccess: async (_, preview) => {
      if (preview) return;
      celebrate(t('holidays.done'));
      await client.invalidateQueries({ queryKey: keys.type(meta.type) });
    },
  });
  const { byField, rest } = fieldErrors(take.error, ['text', 'from', 'to']);
  const found = take.data;
  return (
    <Paper p="md" component="section" aria-label={t('holidays.title')}>
      <Title order={2} size="h5" mb="xs">
        {t('holidays.title')}
      </Title>
      <Stack gap="sm">
        <Radio.Group
          value={source}
          aria-label={t('holidays.title')}
          onChange={(next) => {
            setSource(next === 'ical' ? 'ical' : 'china');
            take.reset();
          }}
        >
          <Stack gap={6}>
            <Radio size="xs" value="china" label={t('holidays.china')} />
            <Radio size="xs" value="ical" label={t('holidays.ical')} />
          </Stack>
        </Radio.Group>
        {source === 'ical' && (
          <>
            <FileInput
              size="xs"
              label={t('holidays.ical')}
              accept=".ics,text/calendar"
              value={file}
              error={byField['text']}
              onChange={setFile}
              clearable
            />
            <Group grow>
              <TextInput
                size="xs"
                type="date"
                label={t('holidays.ical_from')}
                value={from}
                error={byField['from']}
                onChange={(e) => setFrom(e.currentTarget.value)}
              />
              <TextInput
                size="xs"
                type="date"
                label={t('holidays.ical_to')}
                value={to}
                error={byField['to']}
                onChange={(e) => setTo(e.currentTarget.value)}
              />
            </Group>
          </>
        )}
        <Group gap={6}>
          <Button
            variant="default"
            loading={take.isPending}
            disabled={source === 'ical' && !file}
            onClick={() => take.mutate(true)}
          >
            {t('holidays.preview')}
          </Button>
          <Button
            loading={take.isPending}
            disabled={source === 'ical' && !file}
            onClick={() => take.mutate(false)}
          >
            {t('holidays.apply')}
          </Button>
        </Group>
        {take.isError && Object.keys(byField).length === 0 && (
          <Text size="sm" c="red" role="alert">
            {rest[0] ?? problem(take.error)}
          </Text>
        )}
        {found && (
          <Text size="sm" role="status">
            {t('holidays.added', { n: found.added.length })} ·{' '}
            {t('holidays.changed', { n: found.changed.length })} ·{' '}
            {t('holidays.unchanged', { n: found.unchanged })}
          </Text>
        )}
        {found?.added.map((day) => (
          <Text key={day.date} size="xs" c="dimmed">
            {day.date} {day.name}
          </Text>
        ))}
      </Stack>
    </Paper>
  );
}
