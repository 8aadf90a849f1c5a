import {
  Anchor,
  Badge,
  Group,
  Paper,
  Progress,
  SimpleGrid,
  Stack,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleHalf2, IconCircleX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLabels } from '../../../kernel/web/words.ts';
import { parseQuery } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { Note } from './Note.tsx';
import { useGate, useReadinessWords, type Gate } from './readiness.web.ts';

type Item = Gate['items'][number];
const looks = {
  met: { icon: IconCircleCheck, color: 'teal' },
  partly: { icon: IconCircleHalf2, color: 'orange' },
  missing: { icon: IconCircleX, color: 'red' },
  not_built: { icon: IconCircleDashed, color: 'gray' },
} as const;

/** What must be there before the certification audit, each item from live data. */
export default function GatePage() {
  const t = useReadinessWords();
  const gate = useGate();
  useEffect(() => {
    document.title = `${t('readiness.gate.title')} · Servanda`;
  }, [t]);
  if (gate.isError) return <ErrorState error={gate.error} retry={() => void gate.refetch()} />;
  if (gate.isPending) return <Loading minHeight={420} />;
  const { met, told, items } = gate.data;
  const waiting = items.length - told;
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <div>
        <Title order={1} size="h3">{t('readiness.gate.title')}</Title>
        <Text size="sm" c="dimmed">{t('readiness.gate.hint')}</Text>
      </div>
      <Paper p="md">
        <Group justify="space-between" gap="xs" mb={8}>
          <Text fw={600}>{t('readiness.gate.told', { met, told })}</Text>
          {waiting > 0 && <Text size="sm" c="dimmed">{t('readiness.gate.not_told', { count: waiting })}</Text>}
        </Group>
        <Progress.Root size="md">
          <Progress.Section value={(met * 100) / items.length} color="teal" aria-label={t('readiness.gate.state.met')} />
          <Progress.Section value={((told - met) * 100) / items.length} color="orange" aria-label={t('readiness.gate.state.partly')} />
        </Progress.Root>
      </Paper>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {items.map((item) => (
          <Card key={item.key} item={item} />
        ))}
      </SimpleGrid>
      <Note />
    </Stack>
  );
} // prettier-ignore

function Card({ item }: { item: Item }) {
  const t = useReadinessWords();
  const { icon: Icon, color } = looks[item.state];
  const { have, want } = item;
  const [path = '', query = ''] = (item.records ?? '').split('?');
  return (
    <Paper p="sm" component="article" aria-label={t(`readiness.gate.item.${item.key as 'budget'}`)}>
      <Group gap={10} wrap="nowrap" align="flex-start">
        <Icon size={20} stroke={1.8} aria-hidden color={`var(--mantine-color-${color}-text)`} style={{ flexShrink: 0 }} />
        <Stack gap={5} style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={550} c={item.state === 'not_built' ? 'dimmed' : 'var(--mantine-color-text)'}>{t(`readiness.gate.item.${item.key as 'budget'}`)}</Text>
          <Group gap={8}>
            <Text size="xs" c={color === 'gray' ? 'dimmed' : color} fw={600}>{t(`readiness.gate.state.${item.state}`)}</Text>
            {have !== null && want !== null && want > 1 && (
              <Text size="xs" c="dimmed">{t(item.key === 'run_length' ? 'readiness.gate.days' : 'readiness.gate.of', { have, want })}</Text>
            )}
            {item.records !== null && (
              <Anchor size="xs" renderRoot={(p) => <Link {...p} to={path} search={parseQuery(query)} />}>{t('readiness.gate.open')}</Anchor>
            )}
          </Group>
          {item.parts && <Parts parts={item.parts} />}
        </Stack>
      </Group>
    </Paper>
  );
} // prettier-ignore

function Parts({ parts }: { parts: NonNullable<Item['parts']> }) {
  const t = useReadinessWords();
  const labels = useLabels();
  return (
    <Group gap={4}>
      {parts.map(({ key, have, want }) => {
        const name = /^[A-Z-]+$/.test(key) ? t(`readiness.process.${key as 'IM'}`) : labels.plural(key);
        const state = have === null ? t('readiness.gate.state.not_built') : t('readiness.gate.of', { have, want });
        return (
          <Tooltip key={key} label={`${name}: ${state}`}>
            <Badge size="sm" variant={have === null ? 'outline' : 'light'} color={have === null ? 'gray' : have >= want ? 'teal' : have > 0 ? 'orange' : 'red'}>
              {/^[A-Z-]+$/.test(key) ? key : name}
            </Badge>
          </Tooltip>
        );
      })}
    </Group>
  );
} // prettier-ignore
