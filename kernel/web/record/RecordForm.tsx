import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { api, ProblemError } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { useDraft } from '../../../platform/ui/draft.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { uniqueKey } from '../../../platform/ui/unique.ts';
import { nested } from '../../custom-field/nested.ts';
import type { Row } from '../contract.ts';
import type { FieldOverrides } from '../field/override.ts';
import { paths } from '../paths.ts';
import { ProposalPanel } from '../proposal/ProposalPanel.tsx';
import { useProposals } from '../proposal/useProposals.ts';
import { keys, useMe, useMetaType } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { BesideForm, useBesideForm } from './Beside.tsx';
import { FieldsForm, fillable, type FormValues } from './FieldsForm.tsx';

export type RecordFormProps = {
  readonly type: string;
  /** What this form is for, where a type has several. */
  readonly title?: string;
  readonly hint?: string;
  readonly overrides?: FieldOverrides;
  /** Values to begin with, besides the fields' own and those in the address (`?serviceId=…`). */
  readonly initial?: FormValues;
  /** Fields in this order; others follow in the type's own. */
  readonly order?: readonly string[];
  /** Fields that only programs fill in. */
  readonly hidden?: readonly string[];
  readonly arrange?: (inputs: Readonly<Record<string, ReactNode>>) => ReactNode;
  readonly aside?: (values: FormValues) => ReactNode;
};

const none: readonly string[] = [];

/** Makes a record of any type: what /meta says that creating it asks. */
export function RecordForm({
  type,
  title,
  hint,
  overrides,
  initial,
  order = none,
  hidden = none,
  arrange,
  aside,
}: RecordFormProps) {
  const meta = useMetaType(type);
  const me = useMe();
  const t = useT();
  const labels = useLabels();
  const words = useProblemWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const asked = useMemo(() => {
    const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
    const shown = meta.create.fields.filter((key) => !hidden.includes(key));
    const fields = fillable(meta, shown, meta.create.required, overrides);
    const inputs = meta.create.input
      .filter(({ key }) => !hidden.includes(key))
      .map((field) => ({ field, required: field.required, isInput: true }));
    return [...fields, ...inputs].sort((a, b) => rank(a.field.key) - rank(b.field.key));
  }, [meta, overrides, order, hidden]);
  const [empty] = useState<FormValues>(() => ({
    ...Object.fromEntries(
      asked.flatMap(({ field }) => (field.initial === undefined ? [] : [[field.key, field.initial]])),
    ),
    ...initial,
    ...Object.fromEntries(asked.flatMap(({ field: { key } }) => (key in search ? [[key, search[key]]] : []))),
  }));
  const draft = useDraft<FormValues>(`new.${type}`, empty);
  const values = draft.value;
  const hasBeside = useBesideForm(type).length > 0;
  const proposing = useProposals(meta, { asked: asked.map(({ field }) => field.key), values });
  // One key for one filled-in form: pressing twice, or again after a lost answer, makes one record.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another input is another request
  const idempotencyKey = useMemo(() => uniqueKey(), [values]);
  const create = useMutation({
    mutationFn: () => {
      const filled = Object.fromEntries(
        Object.entries(values).filter(([, v]) => v !== null && v !== undefined && v !== ''),
      );
      return api.post<Row>(`/${meta.plural}`, nested(filled), { idempotencyKey });
    },
    onSuccess: async (row) => {
      draft.clear();
      await proposing.tell(row.number);
      celebrate(t('record.created', { number: row.number }));
      await client.invalidateQueries({ queryKey: keys.lists(type) });
      await navigate({ to: paths.record(meta.plural, row.number) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  if (!meta.create.allowed) {
    return (
      <Alert m="md" color="orange" role="alert">
        {t('record.may_not_create', { type: labels.name(type), who: me.person.title })}
      </Alert>
    );
  }
  const general =
    create.error instanceof ProblemError && create.error.errors.length > 0 ? undefined : create.error;
  return (
    <Group align="flex-start" gap="sm" p="md" wrap="wrap">
      <Paper p="lg" style={{ flex: '1 1 620px', minWidth: 0, maxWidth: 860 }}>
        <form onSubmit={submit} noValidate aria-label={labels.createTitle(type)}>
          <Title order={1} size="h3" mb={hint === undefined ? 'md' : 4}>
            {title ?? labels.createTitle(type)}
          </Title>
          {hint !== undefined && (
            <Text size="sm" c="dimmed" mb="md">
              {hint}
            </Text>
          )}
          <Stack gap="md">
            {draft.restoredFrom !== undefined && (
              <Restored at={draft.restoredFrom} onDiscard={draft.discard} />
            )}
            {general && (
              <Alert color="red" role="alert">
                {words(general)}
              </Alert>
            )}
            <FieldsForm
              meta={meta}
              asked={asked}
              values={values}
              onChange={(key, value) => draft.set((before) => ({ ...before, [key]: value }))}
              error={create.error}
              refs={{ [me.person.id]: { type: 'person', state: 'active', ...me.person } }}
              overrides={overrides}
              arrange={arrange}
            />
            <Group gap="xs">
              <Button type="submit" size="sm" loading={create.isPending}>
                {t('record.create')}
              </Button>
              <Button variant="default" size="sm" onClick={() => history.back()}>
                {t('ui.cancel')}
              </Button>
              <Text size="xs" c="dimmed">
                {t('record.required_hint')}
              </Text>
            </Group>
          </Stack>
        </form>
      </Paper>
      {(aside !== undefined || meta.proposals || hasBeside) && (
        <Stack gap="sm" style={{ flex: '1 1 280px', maxWidth: 420 }}>
          {aside?.(values)}
          <BesideForm type={type} values={values} />
          <ProposalPanel
            meta={meta}
            proposing={proposing}
            values={values}
            onTake={(taken) => draft.set((before) => ({ ...before, ...taken }))}
          />
        </Stack>
      )}
    </Group>
  );
}

function Restored({ at, onDiscard }: { at: string; onDiscard: () => void }) {
  const t = useT();
  const format = useFormat();
  return (
    <Alert color="blue" role="status" py={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('record.draft_restored', { at: format.dateTime(at) })}</Text>
        <Button size="compact-xs" variant="subtle" onClick={onDiscard}>
          {t('record.draft_discard')}
        </Button>
      </Group>
    </Alert>
  );
}
