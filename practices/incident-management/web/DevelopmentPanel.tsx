import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { useT } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { fieldErrors, useComplain, useProblemWords } from '../../../platform/ui/problems.ts';
import type { DevelopmentIssue } from '../development.store.ts';
import { useDeskWords, useDevelopmentIssues } from './desk.web.ts';

const colours = {
  open: 'gray',
  in_progress: 'blue',
  resolved: 'teal',
  closed: 'gray',
  rejected: 'red',
} as const;

/** The same matter in the developers' own tool. */
export function DevelopmentPanel({ record }: { record: Whole }) {
  const t = useDeskWords();
  const items = useDevelopmentIssues(record.number).data?.items ?? [];
  const [adding, setAdding] = useState(false);
  const may = record.can['edit']?.ok === true;
  if (!may && items.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('development.title')}>
      <Group justify="space-between" mb={items.length > 0 || adding ? 'xs' : 0}>
        <Title order={2} size="h5">
          {t('development.title')}
        </Title>
        {may && !adding && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('development.add')}
          </Button>
        )}
      </Group>
      {adding && <Add record={record} onClose={() => setAdding(false)} />}
      <Stack gap={10}>
        {items.map((issue) => (
          <One key={issue.id} record={record} issue={issue} may={may} />
        ))}
      </Stack>
    </Paper>
  );
}

function One({ record, issue, may }: { record: Whole; issue: DevelopmentIssue; may: boolean }) {
  const t = useDeskWords();
  const format = useFormat();
  const complain = useComplain();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      api.delete(`${endpoints.record('incidents', record.number)}/development-issues/${issue.id}`),
    onError: complain,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.record('incident', record.number) }),
  });
  const facts = [
    issue.tracker,
    ...(issue.assignee === null ? [] : [t('development.assignee', { name: issue.assignee })]),
    ...(issue.fixedIn === null ? [] : [t('development.fixed_in', { version: issue.fixedIn })]),
    issue.toldAt === null
      ? t('development.never_told')
      : t('development.told', { at: format.dateTime(issue.toldAt) }),
  ];
  return (
    <Group gap={8} wrap="nowrap" justify="space-between" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap={8}>
          <Anchor size="sm" fw={600} href={issue.url} target="_blank" rel="noreferrer noopener">
            {issue.key}
          </Anchor>
          <Badge size="sm" variant="light" color={colours[issue.state]}>
            {issue.stateTold ?? t(`development.state.${issue.state}`)}
          </Badge>
        </Group>
        {issue.title !== null && <Text size="sm">{issue.title}</Text>}
        <Text size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
      {may && (
        <ActionIcon
          size="sm"
          aria-label={t('development.remove', { key: issue.key })}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

function Add({ record, onClose }: { record: Whole; onClose: () => void }) {
  const t = useDeskWords();
  const ui = useT();
  const problem = useProblemWords();
  const client = useQueryClient();
  const [values, setValues] = useState({ url: '', key: '', tracker: '' });
  const add = useMutation({
    mutationFn: () => api.post(`${endpoints.record('incidents', record.number)}/development-issues`, values),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.record('incident', record.number) });
      onClose();
    },
  });
  const { byField } = fieldErrors(add.error, ['url', 'key', 'tracker']);
  /** The key and the tool are most often in the address: `https://jira.example.org/browse/SHOP-12`. */
  const setUrl = (url: string) => {
    const last = URL.canParse(url) ? /([^/]+)\/?$/.exec(new URL(url).pathname)?.[1] : undefined;
    const host = URL.canParse(url) ? new URL(url).hostname.split('.')[0] : undefined;
    setValues((before) => ({
      url,
      key: before.key || (last ?? ''),
      tracker: before.tracker || (host ?? ''),
    }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const field = (key: 'key' | 'tracker') => (
    <TextInput
      label={t(`development.${key}`)}
      required
      style={{ flex: 1 }}
      value={values[key]}
      error={byField[key]}
      onChange={(e) => setValues({ ...values, [key]: e.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs" mb="sm">
        <Text size="xs" c="dimmed">
          {t('development.hint')}
        </Text>
        <TextInput
          data-autofocus
          type="url"
          label={t('development.url')}
          required
          value={values.url}
          error={
            byField['url'] ??
            (add.isError && Object.keys(byField).length === 0 ? problem(add.error) : undefined)
          }
          onChange={(e) => setUrl(e.currentTarget.value)}
        />
        <Group gap="xs" align="flex-start">
          {field('key')}
          {field('tracker')}
        </Group>
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui('ui.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('development.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
