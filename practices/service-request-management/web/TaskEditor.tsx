import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Refs } from '../../../kernel/web/contract.ts';
import type { InputProps } from '../../../kernel/web/field/override.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { useNamed } from '../../../kernel/web/field/useNamed.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import type { TaskTemplate } from '../request-model.schema.ts';
import { useT } from './useT.ts';

const asTasks = (value: unknown): readonly TaskTemplate[] =>
  Array.isArray(value) ? (value as TaskTemplate[]) : [];

const fresh = (tasks: readonly TaskTemplate[]): TaskTemplate => {
  for (let n = tasks.length + 1; ; n += 1)
    if (!tasks.some((task) => task.key === `task_${n}`))
      return { key: `task_${n}`, title: { en: '', 'zh-CN': '' } };
};

/** The tasks of a fulfilment: those that wait for nothing begin at once and run side by side. */
export function TaskEditor({ value, onChange, label, error, refs }: InputProps) {
  const t = useT();
  const tasks = asTasks(value);
  const put = (at: number, task: TaskTemplate) => onChange(tasks.map((one, i) => (i === at ? task : one)));
  const move = (from: number, to: number) => {
    const next = [...tasks];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  const remove = (at: number) => {
    const key = tasks[at]?.key;
    onChange(tasks.filter((_, i) => i !== at).map((task) => ({ ...task, ...(task.after ? { after: task.after.filter((k) => k !== key) } : {}) })));
  };
  return (
    <Stack gap={8} role="group" aria-label={label}>
      {error !== undefined && error !== null && <Text size="sm" c="red" role="alert">{error}</Text>}
      {tasks.length === 0 && <Text size="sm" c="dimmed">{t('task_editor.none')}</Text>}
      {tasks.map((task, at) => {
        const name = t('task_editor.task', { n: at + 1 });
        return (
          // eslint-disable-next-line react/no-array-index-key -- a task is its place: its key is edited here
          <Paper key={at} p="xs" bg="var(--mantine-color-body)">
            <Group justify="space-between">
              <Text size="sm" fw={600}>{name}</Text>
              <Group gap={0}>
                <ActionIcon variant="subtle" color="gray" disabled={at === 0} aria-label={`${t('form_editor.up')}: ${name}`} onClick={() => move(at, at - 1)}><IconArrowUp size={15} aria-hidden /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" disabled={at === tasks.length - 1} aria-label={`${t('form_editor.down')}: ${name}`} onClick={() => move(at, at + 1)}><IconArrowDown size={15} aria-hidden /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" aria-label={`${t('form_editor.remove')}: ${name}`} onClick={() => remove(at)}><IconTrash size={15} aria-hidden /></ActionIcon>
              </Group>
            </Group>
            <OneTask task={task} others={tasks.filter((_, i) => i !== at)} refs={refs} onChange={(next) => put(at, next)} />
          </Paper>
        );
      })}
      <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} style={{ alignSelf: 'start' }} onClick={() => onChange([...tasks, fresh(tasks)])}>
        {t('task_editor.add')}
      </Button>
    </Stack>
  );
} // prettier-ignore

function OneTask(props: {
  readonly task: TaskTemplate;
  readonly others: readonly TaskTemplate[];
  readonly refs: Refs | undefined;
  readonly onChange: (task: TaskTemplate) => void;
}) {
  const { task, others, refs, onChange } = props;
  const t = useT();
  const language = useLanguage();
  const { teamId, targetHours: _hours, ...rest } = task;
  const { teamId: _team, ...withoutTeam } = task;
  const title = (part: Partial<TaskTemplate['title']>) => onChange({ ...task, title: { ...task.title, ...part } });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
      <TextInput label={t('task_editor.title_en')} value={task.title.en} onChange={(e) => title({ en: e.currentTarget.value })} />
      <TextInput label={t('task_editor.title_zh')} value={task.title['zh-CN']} onChange={(e) => title({ 'zh-CN': e.currentTarget.value })} />
      <ReferencePicker to={['team']} label={t('task_editor.team')} description={t('task_editor.team_hint')} refs={refs} value={teamId ?? null}
        onChange={(id) => onChange(id === null ? withoutTeam : { ...task, teamId: id })} />
      <MultiSelect label={t('task_editor.after')} description={t('task_editor.after_hint')} value={task.after ?? []}
        data={others.map((other) => ({ value: other.key, label: other.title[language] || other.key }))} onChange={(after) => onChange({ ...task, after })} />
      <NumberInput label={t('task_editor.hours')} min={1} allowDecimal={false} value={task.targetHours ?? ''}
        onChange={(next) => onChange(typeof next === 'number' ? { ...task, targetHours: next } : { ...rest, ...(teamId === undefined ? {} : { teamId }) })} />
      <Switch mt={26} label={t('task_editor.assets')} checked={task.updatesAssets === true} onChange={(e) => onChange({ ...task, updatesAssets: e.currentTarget.checked })} />
    </SimpleGrid>
  );
} // prettier-ignore

export function TasksValue({ value, refs }: { value: unknown; refs: Refs }) {
  const t = useT();
  const language = useLanguage();
  const tasks = asTasks(value);
  const named = useNamed(['team'], tasks.flatMap((task) => task.teamId ?? []), refs);
  const after = (task: TaskTemplate) => tasks.filter((other) => task.after?.includes(other.key)).map((other) => other.title[language]).join(' · ');
  return (
    <Stack gap={4} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
      {tasks.map((task, at) => (
        <li key={task.key}>
          <Text size="sm">{at + 1}. {task.title[language]}</Text>
          <Text size="xs" c="dimmed">
            {[
              task.teamId === undefined ? '' : (named[task.teamId]?.title ?? '…'),
              task.targetHours === undefined ? '' : t('task_editor.hours_is', { hours: task.targetHours }),
              after(task) === '' ? '' : t('request_page.after', { tasks: after(task) }),
            ].filter((part) => part !== '').join(' · ')}
          </Text>
        </li>
      ))}
    </Stack>
  );
} // prettier-ignore
