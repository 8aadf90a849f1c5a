import { Paper, Stack, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BesideFormProps } from '../../../kernel/web/practice-web.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useT, type Proposed } from './knowledge.web.ts';
import { Proposal } from './Proposal.tsx';

/** While an incident is being written down: what may solve it already. */
export default function IncidentFormArticles({ values }: BesideFormProps) {
  const t = useT();
  const text = (key: string) => (typeof values[key] === 'string' ? values[key] : '');
  const [q] = useDebouncedValue([text('title'), text('symptom')].join(' ').trim().slice(0, 500), 300);
  const asked = { q, serviceId: text('serviceId'), categoryId: text('categoryId') };
  const found = useQuery({
    queryKey: ['articles-for', asked],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Proposed[] }>(`/knowledge/suggestions${writeQuery(asked)}`, signal),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  });
  const items = q.length > 1 ? (found.data?.items ?? []) : [];
  if (items.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('knowledge.beside')}>
      <Title order={2} size="h5" mb="xs">
        {t('knowledge.beside')}
      </Title>
      <Stack gap="sm">
        {items.map((item) => (
          <Proposal key={item.number} item={item} />
        ))}
      </Stack>
    </Paper>
  );
}
