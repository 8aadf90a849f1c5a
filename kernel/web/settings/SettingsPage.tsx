import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ComponentType, type FormEvent, type ReactNode } from 'react';
import { api, isProblem } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { endpoints } from '../paths.ts';
import { useT } from '../words.ts';

/** What `settingsRoutes` answers, with what a practice adds. */
type Settings<Values extends object> = {
  readonly values: Values;
  readonly versions: Readonly<Record<string, number>>;
  readonly mayChange: boolean;
  readonly history: readonly Change<Values>[];
};
type Change<Values extends object> = {
  readonly at: string;
  readonly key: keyof Values & string;
  readonly version: number;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly before: unknown;
  readonly after: unknown;
};
/** What the inputs of a page of settings are given; `settings` as the server told them. */
export type SettingsPart<Values extends object, More extends object = object> = {
  readonly values: Values;
  readonly set: (part: Partial<Values>) => void;
  readonly disabled: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly settings: Settings<Values> & More;
};
/** The words of a practice for its page; `part` names each value. */
export type SettingsWords<Values extends object> = {
  readonly title: string;
  readonly hint: string;
  readonly readOnly: string;
  readonly part: (key: keyof Values & string) => string;
  /** A value as people say it. */
  readonly said: (key: keyof Values & string, value: unknown) => string;
};

/** The rule values of a practice: what is in force, changed by those who may, and who changed what when. */
export function SettingsPage<Values extends object, More extends object = object>(props: {
  readonly plural: string;
  readonly words: (settings: Settings<Values> & More) => SettingsWords<Values>;
  /** Where one comes from, above the title. */
  readonly crumb?: ReactNode;
  /** Fields whose errors stand at their inputs. */
  readonly fields: readonly string[];
  /** Its inputs. */
  readonly Parts: ComponentType<SettingsPart<Values, More>>;
  /** What else shows these values. */
  readonly shownIn?: readonly string[];
}) {
  const { plural, crumb } = props;
  const found = useQuery({
    queryKey: queryKey(plural),
    queryFn: ({ signal }) => api.get<Settings<Values> & More>(endpoints.settings(plural), signal),
  });
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  const words = props.words(found.data);
  return (
    <Stack gap="sm" p="md" maw={980}>
      <Heading words={words} crumb={crumb} />
      {!found.data.mayChange && <Alert color="blue">{words.readOnly}</Alert>}
      <Form key={JSON.stringify(found.data.versions)} {...props} settings={found.data} />
      <History changes={found.data.history} words={words} />
    </Stack>
  );
}

const queryKey = (plural: string) => ['settings', plural];

function Heading<Values extends object>({
  words,
  crumb,
}: {
  words: SettingsWords<Values>;
  crumb: ReactNode;
}) {
  useEffect(() => {
    document.title = `${words.title} · Servanda`;
  }, [words.title]);
  return (
    <div>
      {crumb}
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text size="sm" c="dimmed">
        {words.hint}
      </Text>
    </div>
  );
}

function Form<Values extends object, More extends object>({
  plural,
  fields,
  Parts,
  shownIn = [],
  settings,
}: Parameters<typeof SettingsPage<Values, More>>[0] & { readonly settings: Settings<Values> & More }) {
  const t = useT();
  const problem = useProblemWords();
  const client = useQueryClient();
  const [values, setValues] = useState(settings.values);
  const changed = JSON.stringify(values) !== JSON.stringify(settings.values);
  const save = useMutation({
    mutationFn: () =>
      api.put<Settings<Values> & More>(endpoints.settings(plural), {
        ...values,
        versions: settings.versions,
      }),
    onSuccess: (saved) => {
      celebrate(t('settings.saved'));
      client.setQueryData(queryKey(plural), saved);
      for (const key of shownIn) void client.invalidateQueries({ queryKey: [key] });
    },
    onError: (error) => {
      if (isProblem(error, 412)) void client.invalidateQueries({ queryKey: queryKey(plural) });
    },
  });
  const { byField, rest } = fieldErrors(save.error, fields);
  const general =
    save.isError && Object.keys(byField).length === 0 ? rest.join(' ') || problem(save.error) : undefined;
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
        <Parts
          values={values}
          set={(part) => setValues((before) => ({ ...before, ...part }))}
          disabled={!settings.mayChange}
          errors={byField}
          settings={settings}
        />
        {settings.mayChange && (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" disabled={!changed} onClick={() => setValues(settings.values)}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" disabled={!changed} loading={save.isPending}>
              {t('ui.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** Who changed what when, as the trail keeps it. */
function History<Values extends object>({
  changes,
  words,
}: {
  changes: readonly Change<Values>[];
  words: SettingsWords<Values>;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <SettingsPanel title={t('settings.history')}>
      {changes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('settings.never')}
        </Text>
      )}
      {changes.map(({ key, version, by, at, before, after }) => (
        <div key={`${key}${version}`}>
          <Text size="sm">
            <b>{by?.name ?? t('timeline.software')}</b> · {words.part(key)} ·{' '}
            {t('settings.version', { version })}
          </Text>
          <Text size="xs" c="dimmed" title={format.full(at)}>
            {format.dateTime(at)}
          </Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {words.said(key, before)} → {words.said(key, after)}
          </Text>
        </div>
      ))}
    </SettingsPanel>
  );
}

/** Values that belong together. */
export function SettingsPanel({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children: ReactNode;
}) {
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
