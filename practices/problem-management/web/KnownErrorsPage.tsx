import { Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useKnownErrors, useProblemPageWords } from './problem.web.ts';

/** The known errors in force, as whoever answers the telephone needs them: what it is, and what helps. */
export default function KnownErrorsPage() {
  const t = useProblemPageWords();
  const format = useFormat();
  const meta = useMetaType('problem');
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed.trim().toLowerCase());
  const known = useKnownErrors();
  useEffect(() => {
    document.title = `${t('pm.known')} · Servanda`;
  }, [t]);
  if (known.isError) return <ErrorState error={known.error} retry={() => void known.refetch()} />;
  if (known.isPending) return <Loading minHeight={320} />;
  const items = known.data.items.filter(({ title, workaround, service, ci, number }) =>
    [title, workaround, service, ci, number].some((part) => part?.toLowerCase().includes(wanted)),
  );
  return (
    <Stack gap="sm" p="md">
      <Group justify="space-between">
        <div>
          <Title order={1} size="h3">
            {t('pm.known')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('pm.known_hint')}
          </Text>
        </div>
        <TextInput
          w={240}
          aria-label={t('pm.filter')}
          placeholder={t('pm.filter')}
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
        />
      </Group>
      {items.length === 0 && <Empty title={t('pm.known_none')} />}
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
        {items.map((error) => (
          <Paper key={error.number} p="md" component="article" aria-label={error.title}>
            <Group gap={6} mb={4}>
              <StateBadge meta={meta} state={error.state} size="sm" />
              {error.service !== null && (
                <Badge color="gray" size="sm">
                  {error.service}
                </Badge>
              )}
              {error.publicText !== null && (
                <Badge color="teal" size="sm">
                  {t('pm.told_users')}
                </Badge>
              )}
            </Group>
            <Anchor fw={600} renderRoot={(p) => <Link {...p} to={paths.record('problems', error.number)} />}>
              {error.title}
            </Anchor>
            <Text size="xs" c="dimmed" mt={6}>
              {t('pm.workaround')}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} lineClamp={8}>
              {error.workaround}
            </Text>
            <Text size="xs" c="dimmed" mt={6}>
              {error.number} · {t('pm.published', { at: format.dateTime(error.publishedAt) })} ·{' '}
              {t('pm.uses', { n: error.uses })}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
