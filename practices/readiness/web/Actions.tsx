import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { text, value, type ListPage, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { GapActionForm } from './GapActionForm.tsx';
import { useReadinessWords, type Requirement } from './readiness.web.ts';

/** The plan's actions that serve this requirement; another one in one step, filled in from the gap. */
export function Actions(props: {
  readonly one: Requirement;
  readonly record: Whole | undefined;
  readonly typical: string | undefined;
}) {
  const { one, record, typical } = props;
  const t = useReadinessWords();
  const format = useFormat();
  const meta = useMetaType('gap-action');
  const [adding, setAdding] = useState(false);
  const query = writeQuery({ 'filter[requirements]': one.requirement, limit: 50, sort: 'createdAt' });
  const page = useQuery({
    queryKey: [...keys.lists('gap-action'), 'serving', query],
    queryFn: ({ signal }) => api.get<ListPage>(`/gap-actions${query}`, signal),
  });
  const items = page.data?.items ?? [];
  const lacking = record ? text(record, 'gap') || typical : typical;
  const effort = record ? value(record, 'effortDays') : null;
  return (
    <Paper p="md" component="section" aria-label={t('readiness.one.actions')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">{t('readiness.one.actions')}</Title>
        {meta.create.allowed && <Button variant="light" onClick={() => setAdding(true)}>{t('readiness.one.plan_action')}</Button>}
      </Group>
      {page.isSuccess && items.length === 0 && <Text size="sm" c="dimmed">{t('readiness.one.actions_none')}</Text>}
      <Stack gap={8}>
        {items.map((item) => (
          <Group key={item.id} gap={8} wrap="nowrap">
            <StateBadge meta={meta} state={item.state} size="sm" />
            <Anchor size="sm" truncate style={{ flex: 1 }} renderRoot={(p) => <Link {...p} to={paths.record('gap-actions', item.number)} />}>{item.title}</Anchor>
            {item.ownerId !== null && <RefLink id={item.ownerId} refs={page.data?.refs ?? {}} />}
            {text(item, 'dueOn') !== '' && <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>{format.day(text(item, 'dueOn'))}</Text>}
          </Group>
        ))}
      </Stack>
      {adding && (
        <GapActionForm
          initial={{
            title: t('readiness.one.close_gap', { requirement: one.requirement, title: one.title }),
            requirements: [one.requirement],
            description: lacking ?? null,
            ownerId: one.ownerId,
            effortDays: effort,
          }}
          refs={record?.refs}
          onClose={() => setAdding(false)}
        />
      )}
    </Paper>
  );
} // prettier-ignore
