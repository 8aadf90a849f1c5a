import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useT } from '../../../kernel/web/words.ts';
import { api, isProblem } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useDeskWords } from './desk.web.ts';
import { Matrices } from './settings-matrix.tsx';
import { End, Ladder } from './settings-parts.tsx';
import { SettingsHistory } from './SettingsHistory.tsx';
import type { Settings, Values } from './settings.web.ts';

const key = ['incident-settings'];

/** The matrix that gives each priority, the ladder, and the days of an incident's end (5.3, 8.6.1). */
export default function SettingsPage() {
  const t = useDeskWords();
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Settings>('/incidents/settings', signal),
  });
  useEffect(() => {
    document.title = `${t('incident_rules.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  return (
    <Stack gap="sm" p="md" maw={980}>
      <div>
        <Title order={1} size="h3">
          {t('incident_rules.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('incident_rules.hint')}
        </Text>
      </div>
      {!found.data.mayChange && <Alert color="blue">{t('incident_rules.read_only')}</Alert>}
      <RulesForm key={JSON.stringify(found.data.versions)} settings={found.data} />
      <SettingsHistory changes={found.data.history} ladder={found.data.ladder} />
    </Stack>
  );
}

function RulesForm({ settings }: { settings: Settings }) {
  const t = useDeskWords();
  const ui = useT();
  const problem = useProblemWords();
  const client = useQueryClient();
  const { versions, mayChange } = settings;
  const [values, setValues] = useState(settings.values);
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  const changed = JSON.stringify(values) !== JSON.stringify(settings.values);
  const save = useMutation({
    mutationFn: () => api.put<Settings>('/incidents/settings', { ...values, versions }),
    onSuccess: (saved) => {
      celebrate(t('incident_rules.saved'));
      client.setQueryData(key, saved);
    },
    onError: (error) => {
      if (isProblem(error, 412)) void client.invalidateQueries({ queryKey: key });
    },
  });
  const { byField, rest } = fieldErrors(save.error, ['autoClose.noticesAfter', 'pauseDays.usual']);
  const general =
    save.isError && Object.keys(byField).length === 0 ? rest.join(' ') || problem(save.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const part = { values, set, disabled: !mayChange, errors: byField };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {general !== undefined && (
          <Alert color="red" role="alert">
            {general}
          </Alert>
        )}
        <Panel title={t('incident_rules.matrix')}>
          <Matrices {...part} refs={settings.refs} />
        </Panel>
        <Panel title={t('incident_rules.ladder')} hint={t('incident_rules.ladder_hint')}>
          <Ladder {...part} ladder={settings.ladder} />
        </Panel>
        <Panel title={t('incident_rules.end')}>
          <End {...part} />
        </Panel>
        {mayChange && (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" disabled={!changed} onClick={() => setValues(settings.values)}>
              {ui('ui.cancel')}
            </Button>
            <Button type="submit" disabled={!changed} loading={save.isPending}>
              {ui('ui.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

function Panel({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb={hint === undefined ? 'sm' : 0}>
        {title}
      </Title>
      {hint !== undefined && (
        <Text size="xs" c="dimmed" mb="sm">
          {hint}
        </Text>
      )}
      <Stack gap="sm">{children}</Stack>
    </Paper>
  );
}
