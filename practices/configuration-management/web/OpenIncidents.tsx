import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ListPage, Whole } from '../../../kernel/web/contract.ts';
import { Priority } from '../../../kernel/web/field/Priority.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMeta } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useConfigurationWords } from './configuration.web.ts';

/** Incidents that name this item and are not over. */
export function OpenIncidents({ record }: { readonly record: Whole }) {
  const t = useConfigurationWords();
  const meta = useMeta().types.find((type) => type.type === 'incident');
  const asked = meta?.fields.some((field) => field.key === 'ciId') === true;
  const open = useQuery({
    queryKey: [...keys.lists('incident'), 'of-ci', record.id],
    enabled: asked,
    queryFn: ({ signal }) =>
      api.get<ListPage>(`/incidents${writeQuery({ 'filter[ciId]': record.id, 'filter[open]': 'true', limit: '10' })}`, signal),
  });
  if (!asked || !open.data || open.data.items.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('configuration.open_incidents')}>
      <Title order={2} size="h5" mb="xs">{t('configuration.open_incidents')}</Title>
      <Stack gap={6}>
        {open.data.items.map((row) => (
          <Group key={row.id} gap={6} wrap="nowrap">
            {row.priority !== null && <Priority value={row.priority} />}
            <Text size="sm" truncate>
              <Anchor size="sm" renderRoot={(props) => <Link {...props} to={paths.record('incidents', row.number)} />}>{row.number}</Anchor> {row.title}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
} // prettier-ignore
