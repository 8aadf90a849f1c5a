import { Anchor, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { text, value, type ListPage, type Whole } from '../../../kernel/web/contract.ts';
import { InstantInput } from '../../../kernel/web/field/DateInputs.tsx';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { fieldErrors } from '../../../platform/ui/problems.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useT } from './useT.ts';

/** What somebody owes it, with owner and due. */
export function Tasks({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const labels = useLabels();
  const meta = useMetaType('change-task');
  const [adding, setAdding] = useState(false);
  const found = useQuery({
    queryKey: [...keys.lists('change-task'), 'of', record.id],
    queryFn: ({ signal }) =>
      api.get<ListPage>(
        `/change-tasks${writeQuery({ 'filter[changeId]': record.id, limit: 100, sort: 'createdAt' })}`,
        signal,
      ),
  });
  const tasks = found.data?.items ?? [];
  const over = ['closed', 'rejected', 'cancelled'].includes(record.state);
  if (over && tasks.length === 0) return null;
  return (
    <Panel
      title={t('change_page.tasks')}
      aside={
        meta.create.allowed && !adding && !over ? (
          <Button variant="subtle" onClick={() => setAdding(true)}>
            {t('change_page.add_task')}
          </Button>
        ) : null
      }
    >
      {adding && <Add record={record} onClose={() => setAdding(false)} />}
      {tasks.length === 0 && !adding && (
        <Text size="sm" c="dimmed">
          {found.isPending ? t('ui.loading') : t('change_page.no_tasks')}
        </Text>
      )}
      <Stack gap={8}>
        {tasks.map((task) => (
          <Group key={task.id} gap={8}>
            <StateBadge meta={meta} state={task.state} size="sm" />
            <Text size="xs" c="dimmed">
              {labels.option('change-task', 'kind', value(task, 'kind'))}
            </Text>
            <Anchor
              size="sm"
              truncate
              style={{ flex: '1 1 200px' }}
              renderRoot={(p) => <Link {...p} to={paths.record('change-tasks', task.number)} />}
            >
              {task.title}
            </Anchor>
            {task.ownerId !== null && <RefLink id={task.ownerId} refs={found.data?.refs ?? {}} />}
            {text(task, 'dueAt') !== '' && (
              <Text size="xs" c="dimmed">
                {t('change_page.due', { at: format.short(text(task, 'dueAt')) })}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

const kinds = [
  'preparation',
  'implementation',
  'test',
  'communication',
  'documentation',
  'follow_up',
] as const;

function Add({ record, onClose }: { record: Whole; onClose: () => void }) {
  const t = useT();
  const labels = useLabels();
  const client = useQueryClient();
  const [task, setTask] = useState<Readonly<Record<string, string | null>>>({
    kind: 'preparation',
    ownerId: record.ownerId,
  });
  const add = useMutation({
    mutationFn: () =>
      api.post('/change-tasks', { ...task, changeId: record.id, serviceId: record.serviceId }),
    onSuccess: () => (onClose(), client.invalidateQueries({ queryKey: keys.lists('change-task') })),
  });
  const { byField, rest } = fieldErrors(add.error, ['title', 'ownerId', 'dueAt', 'kind']);
  const put = (key: string, next: string | null) => setTask((before) => ({ ...before, [key]: next }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t('change_page.add_task')}>
      <Stack gap={8} mb="sm">
        {add.isError && Object.keys(byField).length === 0 && (
          <Text size="sm" c="red" role="alert">
            {rest.join(' ') || (add.error instanceof Error ? add.error.message : '')}
          </Text>
        )}
        <TextInput
          required
          label={labels.field('change-task', 'title')}
          error={byField['title']}
          value={task['title'] ?? ''}
          onChange={(e) => put('title', e.currentTarget.value)}
        />
        <Group gap={8} align="flex-start" grow>
          <Select
            label={labels.field('change-task', 'kind')}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind, label: labels.option('change-task', 'kind', kind) }))}
            value={task['kind'] ?? null}
            onChange={(next) => put('kind', next)}
          />
          <ReferencePicker
            required
            to={['person']}
            label={labels.field('change-task', 'ownerId')}
            error={byField['ownerId']}
            refs={record.refs}
            value={task['ownerId'] ?? null}
            onChange={(id) => put('ownerId', id)}
          />
          <InstantInput
            required
            label={labels.field('change-task', 'dueAt')}
            error={byField['dueAt']}
            value={task['dueAt'] ?? ''}
            onChange={(next) => put('dueAt', next)}
          />
        </Group>
        <Group gap={6} justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('change_page.add_task')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
