import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MetaType, Whole } from '../contract.ts';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { SimilarMenu } from '../proposal/SimilarMenu.tsx';
import { useLikeness } from '../proposal/useLikeness.ts';
import { useSimilar } from '../queries.ts';
import { useT } from '../words.ts';

export function Similar({ meta, record }: { meta: MetaType; record: Whole }) {
  const t = useT();
  const likeness = useLikeness();
  const similar = useSimilar(meta, record.number);
  const items = similar.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('similar.title')}>
      <Title order={2} size="h5" mb="xs">
        {t('similar.title')}
      </Title>
      <Stack gap={8}>
        {items.map((item) => (
          <div key={item.number}>
            <Group gap={6} justify="space-between" wrap="nowrap">
              <Anchor
                size="sm"
                style={{ minWidth: 0 }}
                truncate
                renderRoot={(props) => <Link {...props} to={paths.record(meta.plural, item.number)} />}
              >
                {item.number} {item.title}
              </Anchor>
              <Group gap={4} wrap="nowrap">
                <StateBadge meta={meta} state={item.state} size="sm" />
                <SimilarMenu meta={meta} record={record} item={item} />
              </Group>
            </Group>
            <Text size="xs" c="dimmed" lineClamp={2}>
              {likeness(item)}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}
