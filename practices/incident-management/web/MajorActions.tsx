import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { value, type ListPage, type Whole } from '../../../kernel/web/contract.ts';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useT } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useMajorWords } from './major.web.ts';

/** What the review asked for, who does it by when, and whether it was seen to work. */
export function MajorActions({ record }: { record: Whole }) {
  const t = useMajorWords();
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
  const items = list.data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('major.actions')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('major.actions')}
        </Title>
        {meta.create.allowed && !adding && record.state !== 'closed' && (
          <Button variant="subtle" onClick={() => setAdding(true)}>
            {t('major.add_action')}
          </Button>
        )}
      </Group>
      {adding && <AddAction record={record} onClose={() => setAdding(false)} />}
      {list.isSuccess && items.length === 0 && !adding && (
        <Text size="sm" c="dimmed">
          {t('major.no_actions')}
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

function AddAction({ record, onClose }: { record: Whole; onClose: () => void }) {
  const t = useMajorWords();
  const ui = useT();
  const client = useQueryClient();
  const problem = useProblemWords();
  const [title, setTitle] = useState('');
  const [ownerId, setOwner] = useState<string | null>(null);
  const [dueOn, setDue] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: () =>
      api.post('/action-items', {
        title,
        ...(ownerId === null ? {} : { ownerId }),
        ...(dueOn === null ? {} : { dueOn }),
        sourceId: record.id,
        ...(record.serviceId === null ? {} : { serviceId: record.serviceId }),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.type('action-item') });
      onClose();
    },
  });
  const { byField } = fieldErrors(add.error, ['title', 'ownerId', 'dueOn']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t('major.add_action')}>
      <Stack gap={8} mb="sm">
        <TextInput
          required
          label={t('major.action_what')}
          value={title}
          error={byField['title']}
          onChange={(e) => setTitle(e.currentTarget.value)}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <ReferencePicker
            to={['person']}
            required
            label={t('major.action_owner')}
            value={ownerId}
            error={byField['ownerId']}
            onChange={(id) => setOwner(id)}
          />
          <DayInput
            required
            label={t('major.action_due')}
            value={dueOn ?? ''}
            error={byField['dueOn']}
            onChange={setDue}
          />
        </SimpleGrid>
        {add.isError && Object.keys(byField).length === 0 && (
          <Text size="sm" c="red" role="alert">
            {problem(add.error)}
          </Text>
        )}
        <Group gap="xs">
          <Button type="submit" loading={add.isPending}>
            {t('major.add_action')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {ui('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
