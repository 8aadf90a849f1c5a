import { Alert, Button, CopyButton, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconRss } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../../platform/ui/api.ts';
import { useFormat } from '../../../../platform/ui/format.ts';
import { celebrate, useComplain } from '../../../../platform/ui/problems.ts';
import { useT } from '../useT.ts';

type Feed = { readonly madeAt: string; readonly usedAt: string | null };
const key = ['change-feed'] as const;

/** The schedule in one's own calendar, by a secret address that can be taken back. */
export function FeedMenu() {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const complain = useComplain();
  const [opened, setOpened] = useState(false);
  const feed = useQuery({ queryKey: key, enabled: opened, queryFn: ({ signal }) => api.get<{ feed: Feed | null }>('/changes/schedule/feed', signal) }).data?.feed;
  const onSuccess = () => client.invalidateQueries({ queryKey: key });
  const make = useMutation({ mutationFn: () => api.post<{ path: string }>('/changes/schedule/feed', {}), onSuccess, onError: complain });
  const revoke = useMutation({
    mutationFn: () => api.delete('/changes/schedule/feed'),
    onSuccess: () => (make.reset(), celebrate(t('change_schedule.feed_revoked')), onSuccess()),
    onError: complain,
  });
  const address = make.data && new URL(make.data.path, window.location.origin).href;
  return (
    <Popover opened={opened} onChange={setOpened} width={380} position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconRss size={15} aria-hidden />} onClick={() => setOpened((before) => !before)}>{t('change_schedule.feed')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm">{t('change_schedule.feed_hint')}</Text>
          {address !== undefined && (
            <Alert color="teal" p="xs">
              <Text size="xs" mb={6}>{t('change_schedule.feed_once')}</Text>
              <Group gap={6} wrap="nowrap">
                <TextInput size="xs" readOnly value={address} style={{ flex: 1 }} aria-label={t('change_schedule.feed')} onFocus={(e) => e.currentTarget.select()} />
                <CopyButton value={address}>
                  {({ copied, copy }) => <Button size="xs" onClick={copy}>{t(copied ? 'change_schedule.feed_copied' : 'change_schedule.feed_copy')}</Button>}
                </CopyButton>
              </Group>
            </Alert>
          )}
          {feed && (
            <Text size="xs" c="dimmed">
              {t('change_schedule.feed_made', { at: format.dateTime(feed.madeAt) })}{' '}
              {feed.usedAt === null ? t('change_schedule.feed_unused') : t('change_schedule.feed_used', { at: format.dateTime(feed.usedAt) })}
            </Text>
          )}
          <Group gap="xs" justify="flex-end">
            {feed && <Button size="xs" variant="default" color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>{t('change_schedule.feed_revoke')}</Button>}
            <Button size="xs" loading={make.isPending} onClick={() => make.mutate()}>{t(feed ? 'change_schedule.feed_new' : 'change_schedule.feed_make')}</Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
} // prettier-ignore
