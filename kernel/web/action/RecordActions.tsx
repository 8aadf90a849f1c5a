import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { value, type ListPage, type Whole } from '../contract.ts';
import { RefLink } from '../field/FieldValue.tsx';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { keys, useMetaType } from '../queries.ts';
import { ActionForm } from './ActionForm.tsx';
import { useActionWords } from './words.ts';

/** What follows from a record: its actions, and one more in one step, filled in as far as it is known. */
export function RecordActions(props: {
  readonly record: Whole;
  /** What the form begins with. */
  readonly title: string;
  readonly description?: string | undefined;
}) {
  const { record, title, description } = props;
  const t = useActionWords();
  const format = useFormat();
  const meta = useMetaType('action-item');
  const [adding, setAdding] = useState(false);
  const list = useQuery({
    queryKey: [...keys.lists('action-item'), 'of', record.id],
    queryFn: ({ signal }) =>
      api.get<ListPage>(
        `/action-items${writeQuery({ 'filter[sourceId]': record.id, limit: 100, sort: 'createdAt' })}`,
        signal,
      ),
  });
  if (meta.visible !== true) return null;
  const items = list.data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('action_item.of_record')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('action_item.of_record')}
        </Title>
        {meta.create.allowed && !adding && (
          <Button variant="light" onClick={() => setAdding(true)}>
            {t('action_item.make')}
          </Button>
        )}
      </Group>
      {adding && (
        <ActionForm
          record={record}
          title={title}
          description={description}
          onClose={() => setAdding(false)}
        />
      )}
      {list.isSuccess && items.length === 0 && !adding && (
        <Text size="sm" c="dimmed">
          {t('action_item.none')}
        </Text>
      )}
      <Stack gap={8}>
        {items.map((item) => {
          const due = value(item, 'dueOn');
          return (
            <Group key={item.id} gap={8} wrap="nowrap">
              <StateBadge meta={meta} state={item.state} size="sm" />
              <Anchor
                size="sm"
                truncate
                style={{ flex: 1 }}
                renderRoot={(p) => <Link {...p} to={paths.record('action-items', item.number)} />}
              >
                {item.title}
              </Anchor>
              {item.ownerId !== null && <RefLink id={item.ownerId} refs={list.data?.refs ?? {}} />}
              {typeof due === 'string' && (
                <Text size="xs" c="dimmed">
                  {format.day(due)}
                </Text>
              )}
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}
