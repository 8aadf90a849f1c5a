import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { text, value, type ListPage } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useAuditWords } from './audit.web.ts';

/** The latest samples or packs; all of them are in their list. */
export default function Few({ type }: { type: 'audit-sample' | 'evidence-pack' }) {
  const t = useAuditWords();
  const labels = useLabels();
  const format = useFormat();
  const meta = useMetaType(type);
  const query = writeQuery({ sort: '-createdAt', limit: '30' });
  const page = useQuery({
    queryKey: [...keys.lists(type), 'few'],
    queryFn: ({ signal }) => api.get<ListPage>(`/${meta.plural}${query}`, signal),
  });
  if (page.isError) return <ErrorState error={page.error} />;
  if (page.isPending) return <Loading minHeight={160} />;
  if (page.data.items.length === 0) return <Empty title={t('audit.shown_none')} />;
  return (
    <Stack gap={6}>
      {page.data.items.map((item) => (
        <Paper key={item.id} p="sm">
          <Group gap={10}>
            <StateBadge meta={meta} state={item.state} size="sm" />
            <Anchor size="sm" fw={550} renderRoot={(p) => <Link {...p} to={paths.record(meta.plural, item.number)} />}>{item.title}</Anchor>
            <Text size="xs" c="dimmed">
              {item.number} · {format.dateTime(item.createdAt)}
              {type === 'audit-sample' && ` · ${labels.plural(text(item, 'recordType'))} · ${format.number(Number(value(item, 'n')))} / ${format.number(Number(value(item, 'populationCount')))}`}
              {type === 'evidence-pack' && value(item, 'bytes') !== null && ` · ${format.size(Number(value(item, 'bytes')))}`}
            </Text>
            {item.ownerId !== null && <RefLink id={item.ownerId} refs={page.data.refs} />}
          </Group>
        </Paper>
      ))}
    </Stack>
  );
} // prettier-ignore
