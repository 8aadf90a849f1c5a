import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import {
  IconBolt,
  IconBox,
  IconFileText,
  IconFlame,
  IconRepeat,
  IconSparkles,
  IconTool,
  type Icon,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { endpoints, paths } from '../../../kernel/web/paths.ts';
import { keys, useMe, useMetaType } from '../../../kernel/web/queries.ts';
import { FieldsForm, fillable, type FormValues } from '../../../kernel/web/record/FieldsForm.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api, ProblemError } from '../../../platform/ui/api.ts';
import { useDraft } from '../../../platform/ui/draft.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { uniqueKey } from '../../../platform/ui/unique.ts';
import type { Row } from '../../../kernel/web/contract.ts';
import { overrides } from './overrides.tsx';
import { useItems } from './Template.tsx';
import { useT } from './useT.ts';
import styles from './change.module.css';

const ways = ['minor', 'significant', 'standard', 'emergency'] as const;
const furtherWays = ['major', 'service', 'document'] as const;
type Way = (typeof ways)[number] | (typeof furtherWays)[number];
const icons: Readonly<Record<Way, Icon>> = {
  minor: IconTool, significant: IconSparkles, standard: IconRepeat, emergency: IconBolt, major: IconFlame, service: IconBox,
  document: IconFileText,
}; // prettier-ignore

/** The way first, then no more questions than it needs: four for a small change, all of them for a large one. */
export default function NewChange() {
  const t = useT();
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { serviceId, ...begun } = search;
  const draft = useDraft<FormValues>('new.change', {
    ...begun,
    ...(typeof serviceId === 'string' ? { subjectIds: [serviceId] } : {}),
  });
  const way = draft.value['category'] as Way | undefined;
  const [all, setAll] = useState(false);
  const shown: readonly Way[] =
    all || furtherWays.some((one) => one === way) ? [...ways, ...furtherWays] : ways;
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <div>
        <Title order={1} size="h3">
          {t('change_page.new_title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('change_page.new_hint')}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        {shown.map((one) => (
          <WayCard
            key={one}
            way={one}
            chosen={one === way}
            onClick={() => draft.set((before) => ({ ...before, category: one }))}
          />
        ))}
      </SimpleGrid>
      {shown.length === ways.length && (
        <Button variant="subtle" style={{ alignSelf: 'start' }} onClick={() => setAll(true)}>
          {t('change_page.more_ways')}
        </Button>
      )}
      {way !== undefined && <Form key={way} way={way} draft={draft} />}
    </Stack>
  );
}

function WayCard({ way, chosen, onClick }: { way: Way; chosen: boolean; onClick: () => void }) {
  const t = useT();
  const labels = useLabels();
  const Sign = icons[way];
  return (
    <UnstyledButton
      className={styles['way']}
      data-chosen={chosen || undefined}
      aria-pressed={chosen}
      onClick={onClick}
    >
      <Group gap={8} mb={4} wrap="nowrap">
        <Sign size={18} aria-hidden />
        <Text size="sm" fw={600}>
          {labels.option('change', 'category', way)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t(`change_page.way.${way}`)}
      </Text>
    </UnstyledButton>
  );
}

type Question = { readonly title: string; readonly names: readonly string[]; readonly hint?: string };

function questionsOf(way: Way, t: ReturnType<typeof useT>, template: boolean): Question[] {
  const what = { title: t('change_page.q_what'), names: ['title', ...(way === 'standard' ? ['modelId'] : []), 'purpose', 'objective', ...(way === 'minor' || way === 'standard' || way === 'emergency' ? [] : ['scope', 'modelId'])] };
  const where = { title: t('change_page.q_where'), names: ['subjectIds'] };
  const when = { title: t('change_page.q_when'), names: ['plannedStartAt', 'plannedEndAt', 'implementerId'] };
  const undo = { title: t('change_page.q_undo'), names: ['backOutPlan'], hint: t('change_page.q_undo_hint') };
  const points = template ? [{ title: t('change_page.template'), names: ['templateAnswers'] }] : [];
  if (way === 'standard') return [what, ...points, where, when];
  if (way === 'emergency')
    return [what, where, { title: t('change_page.q_emergency'), names: ['emergencyGround', 'emergencyReason', 'implementerId'] }, undo];
  return [what, ...points, where, when, undo];
} // prettier-ignore

const required: Readonly<Record<string, readonly Way[]>> = {
  title: [...ways, ...furtherWays],
  purpose: [...ways, ...furtherWays],
  objective: ['minor', 'significant', 'major', 'service', 'document'],
  modelId: ['standard'],
  subjectIds: [...ways, ...furtherWays],
  plannedStartAt: ['minor', 'significant', 'standard', 'major', 'service', 'document'],
  plannedEndAt: ['minor', 'significant', 'standard', 'major', 'service', 'document'],
};

function Form({ way, draft }: { way: Way; draft: ReturnType<typeof useDraft<FormValues>> }) {
  const t = useT();
  const me = useMe();
  const words = useProblemWords();
  const meta = useMetaType('change');
  const navigate = useNavigate();
  const client = useQueryClient();
  const values = draft.value;
  const template = useItems(values['modelId']).length > 0;
  const questions = questionsOf(way, t, template);
  const names = questions.flatMap((q) => q.names);
  const must = names.filter((name) => required[name]?.includes(way));
  const asked = fillable(meta, names, must, overrides);
  // One key for one filled-in form: pressing twice makes one record.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another input is another request
  const idempotencyKey = useMemo(() => uniqueKey(), [values]);
  const send = useMutation({
    mutationFn: async (submit: boolean) => {
      const filled = Object.fromEntries(
        [...names, 'category', 'fromRequest'].flatMap((key) => {
          const given = values[key];
          return given === null || given === undefined || given === '' ? [] : [[key, given]];
        }),
      );
      const row = await api.post<Row>('/changes', filled, { idempotencyKey });
      if (!submit) return { row, fault: undefined };
      try {
        await api.post(endpoints.transition('changes', row.number, 'submit'), {});
        return { row, fault: undefined };
      } catch (fault) {
        return { row, fault };
      }
    },
    onSuccess: async ({ row, fault }, submit) => {
      draft.clear();
      await client.invalidateQueries({ queryKey: keys.lists('change') });
      // What is still missing stands on its page, where it is filled in.
      if (fault !== undefined) celebrate(t('change_page.not_submitted', { number: row.number }));
      else celebrate(t(submit ? 'change_page.submitted' : 'change_page.saved', { number: row.number }));
      await navigate({ to: paths.record('changes', row.number) });
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(way !== 'emergency');
  };
  const general = send.error instanceof ProblemError && send.error.errors.length > 0 ? undefined : send.error;
  return (
    <form onSubmit={onSubmit} noValidate aria-label={t('change_page.new_title')}>
      <Stack gap="sm">
        <Alert p="sm" title={t('change_page.guidance')}>
          {t(`change_page.guide.${way}`)}
        </Alert>
        {typeof values['fromRequest'] === 'string' && (
          <Text size="sm">{t('change_page.from_request', { number: values['fromRequest'] })}</Text>
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
          onChange={(key, next) => draft.set((before) => ({ ...before, [key]: next }))}
          error={send.error}
          refs={{ [me.person.id]: { type: 'person', state: 'active', ...me.person } }}
          overrides={overrides}
          arrange={(inputs) => questions.map((q) => <Block key={q.title} question={q} inputs={inputs} />)}
        />
        <Group gap={8} justify="flex-end">
          {way !== 'emergency' && (
            <Button
              variant="default"
              loading={send.isPending && !send.variables}
              onClick={() => send.mutate(false)}
            >
              {t('change_page.save_draft')}
            </Button>
          )}
          <Button type="submit" loading={send.isPending && send.variables}>
            {t(way === 'emergency' ? 'change_page.go_on' : 'change_page.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const short = new Set(['plannedStartAt', 'plannedEndAt', 'implementerId', 'emergencyGround']);

/** One question with what answers it; short fields stand beside each other. */
function Block({ question, inputs }: { question: Question; inputs: Readonly<Record<string, ReactNode>> }) {
  const beside = question.names.filter((name) => short.has(name) && inputs[name] !== undefined);
  const below = question.names.filter((name) => !short.has(name));
  return (
    <Paper p="md" component="section" aria-label={question.title}>
      <Title order={2} size="h5" mb="sm">
        {question.title}
      </Title>
      <Stack gap="sm">
        {beside.length > 0 && (
          <SimpleGrid cols={{ base: 1, sm: Math.min(3, beside.length) }} spacing="sm">
            {beside.map((name) => inputs[name])}
          </SimpleGrid>
        )}
        {below.map((name) => inputs[name])}
      </Stack>
    </Paper>
  );
}
