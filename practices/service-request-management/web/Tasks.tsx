import { Anchor, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { value, type ListPage, type Row } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { ClockCell } from '../../../kernel/web/queue/ClockCell.tsx';
import { TaskButtons } from './TaskButtons.tsx';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useT } from './useT.ts';

const tasksQuery = (requestId: string) =>
  queryOptions({
    queryKey: [...keys.lists('fulfilment-task'), 'of', requestId],
    queryFn: ({ signal }) =>
      api.get<ListPage>(
        `/fulfilment-tasks${writeQuery({ 'filter[requestId]': requestId, sort: 'createdAt', limit: 100 })}`,
        signal,
      ),
  });

const text = (row: Row, key: string) => {
  const found = value(row, key);
  return typeof found === 'string' ? found : '';
};

/** The steps of a request's fulfilment in their order, with who does them and what they wait for. */
export function Tasks({ requestId, current }: { requestId: string; current?: string }) {
  const t = useT();
  const meta = useMetaType('fulfilment-task');
  const found = useQuery(tasksQuery(requestId));
  const refs = found.data?.refs ?? {};
  const tasks = [...(found.data?.items ?? [])].sort(
    (a, b) => Number(value(a, 'position')) - Number(value(b, 'position')),
  );
  const over = tasks.filter((task) => task.state === 'done' || task.state === 'skipped').length;
  const named = (keysOf: unknown) =>
    tasks
      .filter((task) => Array.isArray(keysOf) && keysOf.includes(value(task, 'taskKey')))
      .map((task) => task.title)
      .join(' · ');
  return (
    <Paper p="md" component="section" aria-label={t('request_page.tasks')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('request_page.tasks')}
        </Title>
        {tasks.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('request_page.progress', { done: over, all: tasks.length })}
          </Text>
        )}
      </Group>
      {tasks.length > 0 ? (
        <Progress
          mb="sm"
          size="sm"
          value={(100 * over) / tasks.length}
          aria-label={t('request_page.progress', { done: over, all: tasks.length })}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {found.isPending ? t('ui.loading') : t('request_page.no_tasks')}
        </Text>
      )}
      <Stack gap={0} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {tasks.map((task) => (
          <Group
            key={task.id}
            component="li"
            justify="space-between"
            gap="sm"
            py={8}
            style={{ borderTop: '1px solid var(--ink-line)' }}
          >
            <div style={{ minWidth: 0, flex: '1 1 260px' }}>
              <Anchor
                size="sm"
                fw={task.number === current ? 650 : 500}
                renderRoot={(props) => <Link {...props} to={paths.record(meta.plural, task.number)} />}
              >
                {task.title}
              </Anchor>
              <Group gap={8}>
                <StateBadge meta={meta} state={task.state} size="sm" />
                {task.teamId !== null && (
                  <Text size="xs" c="dimmed" component="span">
                    <RefLink id={task.teamId} refs={refs} plain />
                  </Text>
                )}
                {task.ownerId !== null && (
                  <Text size="xs" c="dimmed" component="span">
                    <RefLink id={task.ownerId} refs={refs} plain />
                  </Text>
                )}
                {task.state === 'waiting' && (
                  <Text size="xs" c="dimmed">
                    {t('request_page.after', { tasks: named(value(task, 'afterKeys')) })}
                  </Text>
                )}
                {text(task, 'outcome') !== '' && (
                  <Text size="xs" c="dimmed" lineClamp={1}>
                    {text(task, 'outcome')}
                  </Text>
                )}
              </Group>
            </div>
            <ClockCell type="fulfilment-task" clocks={task.clocks} />
            <TaskButtons task={task} />
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
