import { Alert, Button, CopyButton, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconRss } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../platform/ui/api.ts';
import { useFormat } from '../../platform/ui/format.ts';
import { celebrate, useComplain } from '../../platform/ui/problems.ts';
import { useWords } from '../../platform/ui/words.ts';
import type words from './i18n/en.ts';

type Feed = { readonly madeAt: string; readonly usedAt: string | null };
const useT = useWords<typeof words>;

/** A calendar in one's own program, by a secret address that can be taken back. `at` is where the API keeps it. */
export function CalendarFeed({ at, hint }: { readonly at: string; readonly hint: string }) {
  const t = useT();
  const key = ['calendar-feed', at] as const;
  const format = useFormat();
  const client = useQueryClient();
  const complain = useComplain();
  const [opened, setOpened] = useState(false);
  const feed = useQuery({ queryKey: key, enabled: opened, queryFn: ({ signal }) => api.get<{ feed: Feed | null }>(at, signal) }).data?.feed;
  const onSuccess = () => client.invalidateQueries({ queryKey: key });
  const make = useMutation({ mutationFn: () => api.post<{ path: string }>(at, {}), onSuccess, onError: complain });
  const revoke = useMutation({
    mutationFn: () => api.delete(at),
    onSuccess: () => (make.reset(), celebrate(t('calendar_feed.revoked')), onSuccess()),
    onError: complain,
  });
  const address = make.data && new URL(make.data.path, window.location.origin).href;
  return (
    <Popover opened={opened} onChange={setOpened} width={380} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconRss size={15} aria-hidden />} onClick={() => setOpened((before) => !before)}>{t('calendar_feed.title')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{hint}</Text>
          {address !== undefined && (
            <Alert color="teal" p="xs">
              <Text size="xs" mb={6}>{t('calendar_feed.once')}</Text>
              <Group gap={6} wrap="nowrap">
                <TextInput size="xs" readOnly value={address} style={{ flex: 1 }} aria-label={t('calendar_feed.title')} onFocus={(e) => e.currentTarget.select()} />
                <CopyButton value={address}>
                  {({ copied, copy }) => <Button size="xs" onClick={copy}>{t(copied ? 'calendar_feed.copied' : 'calendar_feed.copy')}</Button>}
                </CopyButton>
              </Group>
            </Alert>
          )}
          {feed && (
            <Text size="xs" c="dimmed">
              {t('calendar_feed.made', { at: format.dateTime(feed.madeAt) })}{' '}
              {feed.usedAt === null ? t('calendar_feed.unused') : t('calendar_feed.used', { at: format.dateTime(feed.usedAt) })}
            </Text>
          )}
          <Group gap="xs" justify="flex-end">
            {feed && <Button size="xs" variant="default" color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>{t('calendar_feed.revoke')}</Button>}
            <Button size="xs" loading={make.isPending} onClick={() => make.mutate()}>{t(feed ? 'calendar_feed.new' : 'calendar_feed.make')}</Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
} // prettier-ignore
