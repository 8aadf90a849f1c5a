import {
  Alert,
  Anchor,
  Button,
  Group,
  Paper,
  Radio,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { api } from '../../../platform/ui/api.ts';
import { useProblemWords } from '../../../platform/ui/problems.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { DuplicateItem } from '../duplicate.queries.ts';
import { useDuplicates, useT } from './reconciliation.web.ts';

/** One thing recorded twice: which record is kept, or that they are two things after all. */
export default function DuplicatesPage() {
  const t = useT();
  const [by, setBy] = useState('serial');
  const found = useDuplicates(by);
  const groups = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="sm" p="md">
      <Group justify="space-between">
        <Title order={1} size="h3">{t('reconciliation.duplicates')}</Title>
        <SegmentedControl value={by} onChange={setBy} data={[{ value: 'serial', label: t('reconciliation.by_serial') }, { value: 'name', label: t('reconciliation.by_name') }]} />
      </Group>
      {found.isError ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : found.isPending ? <Loading minHeight={240} />
        : groups.length === 0 && !found.hasNextPage ? <Empty title={t('reconciliation.no_duplicates')} />
        : groups.map(({ items }) => <Alike key={items.map(({ id }) => id).join()} items={items} />)}
      {found.hasNextPage && <Button variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('reconciliation.more')}</Button>}
    </Stack>
  );
} // prettier-ignore

function Alike({ items }: { readonly items: readonly DuplicateItem[] }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const meta = useMetaType('ci');
  const [keep, setKeep] = useState(items[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const kept = items.find(({ id }) => id === keep);
  const done = () => client.invalidateQueries({ queryKey: keys.type('ci') });
  const merge = useMutation({
    mutationFn: async () => {
      for (const { id, number } of items)
        if (id !== keep) await api.post(endpoints.transition('configuration-items', number, 'merge'), { intoId: keep, reason });
    },
    onSettled: done,
  });
  const dismiss = useMutation({ mutationFn: () => api.post('/configuration/duplicates/dismiss', { ids: items.map(({ id }) => id), reason }), onSuccess: done });
  const error = merge.error ?? dismiss.error;
  return (
    <Paper p="md" component="article" aria-label={items[0]?.title ?? ''}>
      {error && <Alert color="red" role="alert" mb="sm">{words(error)}</Alert>}
      <Radio.Group value={keep} onChange={setKeep} label={t('reconciliation.keep')}>
        <Stack gap={6} mt={6}>
          {items.map((item) => (
            <Group key={item.id} gap="sm">
              <Radio value={item.id} label={item.title} />
              <StateBadge meta={meta} state={item.state} />
              <Text size="sm" c="dimmed">{[item.serialNumber, item.location, item.source, t('reconciliation.relations_n', { n: item.relations })].filter(Boolean).join(' · ')}</Text>
              <Anchor size="xs" renderRoot={(props) => <Link {...props} to={paths.record('configuration-items', item.number)} />}>{item.number}</Anchor>
            </Group>
          ))}
        </Stack>
      </Radio.Group>
      <Group mt="sm" align="flex-end">
        <TextInput style={{ flex: 1, minWidth: 200 }} label={t('reconciliation.reason')} value={reason} maxLength={2000} onChange={(event) => setReason(event.currentTarget.value)} />
        <Button loading={merge.isPending} disabled={reason.trim() === ''} onClick={() => merge.mutate()}>{t('reconciliation.merge', { number: kept?.number ?? '' })}</Button>
        <Button variant="default" loading={dismiss.isPending} disabled={reason.trim() === ''} onClick={() => dismiss.mutate()}>{t('reconciliation.different')}</Button>
      </Group>
    </Paper>
  );
} // prettier-ignore
