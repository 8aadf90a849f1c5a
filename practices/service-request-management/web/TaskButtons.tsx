import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Row } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useComplain } from '../../../platform/ui/problems.ts';

/** The two steps that most tasks take, at one press each; everything else is on the task's own page. */
export function TaskButtons({ task }: { task: Row }) {
  const labels = useLabels();
  const complain = useComplain();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (action: string) =>
      api.post(endpoints.transition('fulfilment-tasks', task.number, action), {}),
    onError: complain,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.type('fulfilment-task') }),
        client.invalidateQueries({ queryKey: keys.type('service-request') }),
      ]),
  });
  const actions = { open: ['start', 'finish'], in_progress: ['finish'] }[task.state] ?? [];
  return (
    <Group gap={6} w={170} justify="flex-end">
      {actions.map((action) => (
        <Button
          key={action}
          size="compact-sm"
          variant={action === 'finish' ? 'light' : 'default'}
          loading={act.isPending && act.variables === action}
          aria-label={`${labels.action('fulfilment-task', action)}: ${task.title}`}
          onClick={() => act.mutate(action)}
        >
          {labels.action('fulfilment-task', action)}
        </Button>
      ))}
    </Group>
  );
}
