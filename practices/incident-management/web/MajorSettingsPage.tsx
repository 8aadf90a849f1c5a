import {
  Alert,
  Anchor,
  Button,
  Group,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { Refs } from '../../../kernel/web/contract.ts';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useT } from '../../../kernel/web/words.ts';
import { api, isProblem } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { MajorCriteria } from './MajorCriteria.tsx';
import { MajorSettingsHistory, type Change, type Values } from './MajorSettingsHistory.tsx';
import { useMajorWords } from './major.web.ts';

type Settings = Values & {
  readonly versions: Readonly<Record<string, number>>;
  readonly mayChange: boolean;
  readonly history: readonly Change[];
  readonly refs: Refs;
};
const key = ['major-settings'];

/** When an incident is major, how often it is told, who hears of it in what time, and when the review is due. */
export default function MajorSettingsPage() {
  const t = useMajorWords();
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Settings>('/major-incidents/settings', signal),
  });
  useEffect(() => {
    document.title = `${t('major.settings.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  return (
    <Stack gap="sm" p="md" maw={980}>
      <div>
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.queue('major-incidents')} />}>
          {t('major_incident.plural')}
        </Anchor>
        <Title order={1} size="h3">
          {t('major.settings.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('major.settings.hint')}
        </Text>
      </div>
      {!found.data.mayChange && <Alert color="blue">{t('major.settings.read_only')}</Alert>}
      <SettingsForm key={JSON.stringify(found.data.versions)} settings={found.data} />
      <MajorSettingsHistory changes={found.data.history} />
    </Stack>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const t = useMajorWords();
  const ui = useT();
  const problem = useProblemWords();
  const client = useQueryClient();
  const { criteria, informManagement, updateEveryMinutes, reviewWithin, versions } = settings;
  const start: Values = { criteria, informManagement, updateEveryMinutes, reviewWithin };
  const [values, setValues] = useState(start);
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  const changed = JSON.stringify(values) !== JSON.stringify(start);
  const save = useMutation({
    mutationFn: () => api.put<Settings>('/major-incidents/settings', { ...values, versions }),
    onSuccess: (saved) => {
      celebrate(t('major.settings.saved'));
      client.setQueryData(key, saved);
      return client.invalidateQueries({ queryKey: ['major-runbook'] });
    },
    onError: (error) => {
      if (isProblem(error, 412)) void client.invalidateQueries({ queryKey: key });
    },
  });
  const known = [
    'informManagement.first',
    'informManagement.again',
    'updateEveryMinutes',
    'reviewWithin.workingDays',
    'reviewWithin.calendarId',
  ];
  const { byField, rest } = fieldErrors(save.error, known);
  const general =
    save.isError && Object.keys(byField).length === 0 ? rest.join(' ') || problem(save.error) : undefined;
  const number = (given: string | number) => (typeof given === 'number' ? given : 0);
  const disabled = !settings.mayChange;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {general !== undefined && (
          <Alert color="red" role="alert">
            {general}
          </Alert>
        )}
        <MajorCriteria
          criteria={values.criteria}
          disabled={disabled}
          onChange={(next) => set({ criteria: next })}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          <Panel title={t('major.settings.telling')}>
            <NumberInput
              label={t('major.settings.update_every')}
              description={t('major.settings.update_every_hint')}
              suffix={` ${t('major.settings.minutes')}`}
              min={5}
              max={1440}
              allowDecimal={false}
              disabled={disabled}
              value={values.updateEveryMinutes}
              error={byField['updateEveryMinutes']}
              onChange={(given) => set({ updateEveryMinutes: number(given) })}
            />
          </Panel>
          <Panel title={t('major.settings.management')}>
            <NumberInput
              label={t('major.settings.inform_first')}
              suffix={` ${t('major.settings.minutes')}`}
              min={5}
              max={1440}
              allowDecimal={false}
              disabled={disabled}
              value={values.informManagement.first}
              error={byField['informManagement.first']}
              onChange={(given) =>
                set({ informManagement: { ...values.informManagement, first: number(given) } })
              }
            />
            <NumberInput
              label={t('major.settings.inform_again')}
              suffix={` ${t('major.settings.minutes')}`}
              min={15}
              max={10_080}
              allowDecimal={false}
              disabled={disabled}
              value={values.informManagement.again}
              error={byField['informManagement.again']}
              onChange={(given) =>
                set({ informManagement: { ...values.informManagement, again: number(given) } })
              }
            />
          </Panel>
        </SimpleGrid>
        <Panel title={t('major.settings.review')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <NumberInput
              label={t('major.settings.review_days')}
              min={1}
              max={60}
              allowDecimal={false}
              disabled={disabled}
              value={values.reviewWithin.workingDays}
              error={byField['reviewWithin.workingDays']}
              onChange={(given) =>
                set({ reviewWithin: { ...values.reviewWithin, workingDays: number(given) } })
              }
            />
            <ReferencePicker
              to={['calendar']}
              label={t('major.settings.review_calendar')}
              refs={settings.refs}
              disabled={disabled}
              value={values.reviewWithin.calendarId}
              error={byField['reviewWithin.calendarId']}
              onChange={(calendarId) => set({ reviewWithin: { ...values.reviewWithin, calendarId } })}
            />
          </SimpleGrid>
        </Panel>
        {settings.mayChange && (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" disabled={!changed} onClick={() => setValues(start)}>
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

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </Paper>
  );
}
