import {
  Alert,
  Anchor,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { roles } from '../../../kernel/access/roles.ts';
import { zones } from '../../../kernel/web/field/ZoneInput.tsx';
import { api, isProblem } from '../../../platform/ui/api.ts';
import { celebrate, fieldErrors, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { treePath } from './document.web.ts';
import { DocumentSettingsHistory } from './DocumentSettingsHistory.tsx';
import {
  levels,
  settingsPath,
  useRoleNames,
  useSettingsWords,
  type Settings,
  type Values,
} from './settings.web.ts';

const key = ['document-settings'];

/** 7.5.2: who reviews and approves at each level, and when documents fall due for review. */
export default function DocumentSettings() {
  const t = useSettingsWords();
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => api.get<Settings>(settingsPath, signal) });
  useEffect(() => {
    document.title = `${t('document_settings.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  return (
    <Stack gap="sm" p="md" maw={980}>
      <div>
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={treePath} />}>
          {t('document.plural')}
        </Anchor>
        <Title order={1} size="h3">{t('document_settings.title')}</Title>
        <Text size="sm" c="dimmed">{t('document_settings.hint')}</Text>
      </div>
      {!found.data.mayChange && <Alert color="blue">{t('document_settings.read_only')}</Alert>}
      <Form key={JSON.stringify(found.data.versions)} settings={found.data} />
      <DocumentSettingsHistory changes={found.data.history} />
    </Stack>
  );
} // prettier-ignore

function Form({ settings }: { settings: Settings }) {
  const t = useSettingsWords();
  const problem = useProblemWords();
  const client = useQueryClient();
  const { approval, reviewMonths, reviewNotice, zone, versions } = settings;
  const start: Values = { approval, reviewMonths, reviewNotice, zone };
  const [values, setValues] = useState(start);
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: () => api.put<Settings>(settingsPath, { ...values, versions }),
    onSuccess: (saved) => {
      celebrate(t('document_settings.saved'));
      client.setQueryData(key, saved);
    },
    onError: (error) => {
      if (isProblem(error, 412)) void client.invalidateQueries({ queryKey: key });
    },
  });
  const fields = ['reviewMonths', 'reviewNotice.ahead', 'reviewNotice.again', 'zone', ...levels.flatMap((level) => [`approval.${level}.review`, `approval.${level}.approve`])];
  const { byField, rest } = fieldErrors(save.error, fields);
  const general = save.isError && Object.keys(byField).length === 0 ? rest.join(' ') || problem(save.error) : undefined;
  const number = (given: string | number) => (typeof given === 'number' ? given : 0);
  const disabled = !settings.mayChange;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {general !== undefined && <Alert color="red" role="alert">{general}</Alert>}
        <Levels values={values} disabled={disabled} errors={byField} onChange={(next) => set({ approval: next })} />
        <Panel title={t('document_settings.dates')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <NumberInput label={t('document_settings.months')} description={t('document_settings.months_hint')} min={1} max={60} allowDecimal={false} disabled={disabled}
              value={values.reviewMonths} error={byField['reviewMonths']} onChange={(given) => set({ reviewMonths: number(given) })} />
            <Select label={t('document_settings.zone')} searchable limit={60} data={zones()} disabled={disabled} allowDeselect={false} mt={20}
              value={values.zone} error={byField['zone']} onChange={(given) => set({ zone: given ?? values.zone })} />
            <NumberInput label={t('document_settings.ahead')} min={1} max={365} allowDecimal={false} disabled={disabled}
              value={values.reviewNotice.ahead} error={byField['reviewNotice.ahead']} onChange={(given) => set({ reviewNotice: { ...values.reviewNotice, ahead: number(given) } })} />
            <NumberInput label={t('document_settings.again')} min={1} max={365} allowDecimal={false} disabled={disabled}
              value={values.reviewNotice.again} error={byField['reviewNotice.again']} onChange={(given) => set({ reviewNotice: { ...values.reviewNotice, again: number(given) } })} />
          </SimpleGrid>
        </Panel>
        {!disabled && (
          <Group>
            <Button type="submit" loading={save.isPending} disabled={JSON.stringify(values) === JSON.stringify(start)}>{t('document_settings.save')}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
} // prettier-ignore

type LevelsProps = {
  readonly values: Values;
  readonly disabled: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (next: Values['approval']) => void;
};

function Levels({ values, disabled, errors, onChange }: LevelsProps) {
  const t = useSettingsWords();
  const named = useRoleNames();
  const data = roles.filter((role) => role !== 'user').map((role) => ({ value: role, label: named(role) }));
  return (
    <Panel title={t('document_settings.approval')}>
      <Text size="sm" c="dimmed" mb="sm">{t('document_settings.approval_hint')}</Text>
      <Stack gap="md">
        {levels.map((level) => (
          <SimpleGrid key={level} cols={{ base: 1, sm: 2 }} spacing="sm" role="group" aria-label={t('document_settings.level', { level })}>
            {(['review', 'approve'] as const).map((part) => (
              <MultiSelect
                key={part}
                label={`${t('document_settings.level', { level })} · ${t(`document_settings.${part}`)}`}
                data={data}
                searchable
                disabled={disabled}
                value={[...values.approval[level][part]]}
                error={errors[`approval.${level}.${part}`]}
                placeholder={values.approval[level][part].length === 0 ? t('document_settings.nobody') : undefined}
                onChange={(next) => onChange({ ...values.approval, [level]: { ...values.approval[level], [part]: next } })}
              />
            ))}
          </SimpleGrid>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
