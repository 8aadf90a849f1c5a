import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MetaType } from '../contract.ts';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { useSimilar } from '../queries.ts';
import { useT } from '../words.ts';

export function Similar({ meta, number }: { meta: MetaType; number: string }) {
  const t = useT();
  const similar = useSimilar(meta, number);
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
              <StateBadge meta={meta} state={item.state} size="sm" />
            </Group>
            <Text size="xs" c="dimmed" lineClamp={2}>
              {[
                item.sameService === true && t('similar.same_service'),
                item.sameCategory === true && t('similar.same_category'),
                item.sameCi === true && t('similar.same_ci'),
                item.resolution,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}
