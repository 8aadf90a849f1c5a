import { Badge, Button, Group, Paper, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { modes, type Mode } from '../../notification/kind.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useComplain } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useT } from '../words.ts';
import { preferencesQuery, type Preference } from './notices.ts';

/** How one hears of each kind of notice. Mails lead here. */
export function NoticePreferences() {
  const t = useT();
  const client = useQueryClient();
  const complain = useComplain();
  const preferences = useQuery(preferencesQuery);
  const place = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();
  const ready = preferences.isSuccess;
  useEffect(() => {
    if (ready && hash === 'notifications') place.current?.scrollIntoView({ block: 'start' });
  }, [hash, ready]);
  const save = useMutation({
    mutationFn: (wanted: Readonly<Record<string, Mode | null>>) =>
      api.put<{ items: readonly Preference[] }>('/me/notification-preferences', wanted),
    onError: complain,
    onSuccess: (now) => {
      client.setQueryData(preferencesQuery.queryKey, now);
      celebrate(t('ui.saved'));
    },
  });
  const items = preferences.data?.items ?? [];
  const changed = items.filter(({ mode }) => mode !== null);
  return (
    <Paper
      p="md"
      component="section"
      id="notifications"
      ref={place}
      style={{ scrollMarginTop: 60 }}
      aria-label={t('notices.settings')}
    >
      <Group justify="space-between" align="flex-start" mb="xs">
        <Stack gap={2}>
          <Title order={2} size="h5">
            {t('notices.settings')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('notices.settings_hint')}
          </Text>
        </Stack>
        {changed.length > 0 && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => save.mutate(Object.fromEntries(changed.map(({ kind }) => [kind, null])))}
          >
            {t('notices.back_to_usual')}
          </Button>
        )}
      </Group>
      {preferences.isPending && <Loading />}
      {preferences.isError && <ErrorState error={preferences.error} />}
      {items.length > 0 && (
        <Table aria-label={t('notices.settings')} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('notices.kind')}</Table.Th>
              <Table.Th w={290}>{t('notices.how')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Row
                key={item.kind}
                item={item}
                choose={(mode) => save.mutate({ [item.kind]: mode === item.usual ? null : mode })}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paper>
  );
}

function Row({ item, choose }: { item: Preference; choose: (mode: Mode) => void }) {
  const t = useT();
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={6}>
          <Text size="sm">{item.name}</Text>
          {item.urgent && (
            <Badge color="orange" miw="max-content">
              {t('notices.urgent')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={item.name}
          data={modes.map((mode) => ({
            value: mode,
            label:
              mode === item.usual
                ? `${t(`notices.mode_${mode}`)} (${t('notices.usual')})`
                : t(`notices.mode_${mode}`),
          }))}
          value={item.mode ?? item.usual}
          allowDeselect={false}
          onChange={(next) => {
            const mode = modes.find((each) => each === next);
            if (mode) choose(mode);
          }}
        />
      </Table.Td>
    </Table.Tr>
  );
}
