import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { text, type ListPage } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMeta } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useReadinessWords, type Requirement } from './readiness.web.ts';

const most = 20;

/** Documents that name the requirement or its clause; as far as the reader may see them. */
export function Documents({ one }: { one: Requirement }) {
  const t = useReadinessWords();
  const meta = useMeta().types.find(({ type }) => type === 'document');
  const query = writeQuery({
    'filter[clauses]': `${one.clause},${one.requirement}`,
    limit: most,
    sort: 'createdAt',
  });
  const page = useQuery({
    queryKey: [...keys.lists('document'), 'serving', query],
    queryFn: ({ signal }) => api.get<ListPage>(`/documents${query}`, signal),
    enabled: meta?.visible === true,
  });
  if (meta?.visible !== true) return null;
  const items = page.data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('readiness.one.documents')}>
      <Title order={2} size="h5" mb="xs">
        {t('readiness.one.documents')}
      </Title>
      {page.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('readiness.one.documents_none')}
        </Text>
      )}
      <Stack gap={6}>
        {items.map((row) => (
          <Group key={row.id} gap={8} wrap="nowrap">
            <StateBadge meta={meta} state={row.state} size="sm" />
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {text(row, 'code')}
            </Text>
            <Anchor size="sm" truncate renderRoot={(p) => <Link {...p} to={paths.record('documents', row.number)} />}>
              {row.title}
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
} // prettier-ignore
