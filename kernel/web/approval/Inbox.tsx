import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useNow } from '../../../platform/ui/now.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { paths } from '../paths.ts';
import { useLabels, useT } from '../words.ts';
import { Decide } from './Decide.tsx';
import { myApprovals, useDecide, usePurpose, type Waiting } from './approvals.ts';

/** What waits for one's approval, the most urgent first; decided where it stands. */
export default function Inbox() {
  const t = useT();
  const found = useQuery(myApprovals);
  useEffect(() => {
    document.title = `${t('menu.approvals')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  const { items } = found.data;
  return (
    <Stack p="md" gap="sm" maw={920}>
      <div>
        <Title order={1} size="h3">
          {t('menu.approvals')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('approvals.hint')}{' '}
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.account} />}>
            {t('approvals.away')}
          </Anchor>
        </Text>
      </div>
      {items.length === 0 ? (
        <Paper>
          <Empty title={t('approvals.nothing')}>
            <Text size="sm" c="dimmed" ta="center">
              {t('approvals.nothing_hint')}
            </Text>
          </Empty>
        </Paper>
      ) : (
        items.map((item) => <One key={`${item.id}${item.step}`} item={item} />)
      )}
    </Stack>
  );
}

function One({ item }: { item: Waiting }) {
  const t = useT();
  const labels = useLabels();
  const purpose = usePurpose();
  const { type, plural, number, title } = item.record;
  const deciding = useDecide(type, item.id);
  const name = `${number} ${title}`;
  return (
    <Paper p="md" component="article" aria-label={name}>
      <Stack gap={8}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <div style={{ minWidth: 0, flex: '1 1 320px' }}>
            <Text size="xs" c="dimmed">
              {labels.name(type)} · {number} · {purpose(type, item.purpose)}
            </Text>
            {item.canOpen ? (
              <Anchor fw={600} renderRoot={(p) => <Link {...p} to={paths.record(plural, number)} />}>
                {title}
              </Anchor>
            ) : (
              <Text fw={600}>{title}</Text>
            )}
          </div>
          <Group gap={6}>
            {item.onBehalfOf && (
              <Badge variant="light" color="grape" leftSection={<IconUserShare size={12} aria-hidden />}>
                {t('approvals.on_behalf', { name: item.onBehalfOf.name })}
              </Badge>
            )}
            {item.of > 1 && (
              <Badge variant="light" color="gray">
                {t('approvals.step_of', { step: item.step, of: item.of })}
              </Badge>
            )}
          </Group>
        </Group>
        <Facts item={item} />
        {item.summary !== null && item.summary !== title && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {item.summary}
          </Text>
        )}
        <Decide deciding={deciding} about={name} />
      </Stack>
    </Paper>
  );
}

function Facts({ item }: { item: Pick<Waiting, 'requestedBy' | 'askedAt' | 'dueAt'> }) {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  const late = item.dueAt !== null && Date.parse(item.dueAt) < now;
  return (
    <Group gap="md">
      <Text size="sm" c="dimmed" title={format.full(item.askedAt)}>
        {item.requestedBy
          ? t('approvals.asked_by', { name: item.requestedBy.name, ago: format.ago(item.askedAt) })
          : t('approvals.asked', { ago: format.ago(item.askedAt) })}
      </Text>
      {item.dueAt !== null && (
        <Text size="sm" fw={late ? 600 : 400} c={late ? 'red' : 'dimmed'} title={format.full(item.dueAt)}>
          {t(late ? 'approvals.overdue' : 'approvals.due', { at: format.dateTime(item.dueAt) })}
        </Text>
      )}
    </Group>
  );
}
