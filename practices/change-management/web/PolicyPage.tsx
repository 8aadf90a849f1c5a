import { Anchor, Badge, Button, Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ComponentType } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api, ProblemError } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { PolicyPart } from '../policy.settings.ts';
import { policyKey, usePolicy, type Policy } from './change.web.ts';
import { Categories, Emergency, Models, Planning, Review, Scope } from './policy-parts.tsx';
import type { PartProps } from './policy-inputs.tsx';
import { Matrix } from './policy-matrix.tsx';
import { Risk } from './policy-risk.tsx';
import { Criteria } from './policy-criteria.tsx';
import { useT } from './useT.ts';

const parts = {
  scope: Scope, categories: Categories, major_criteria: Criteria, approval_matrix: Matrix, risk: Risk, emergency: Emergency,
  planning: Planning, review: Review, models: Models,
} satisfies Record<PolicyPart, unknown>; // prettier-ignore
const titles = {
  scope: 'scope', categories: 'categories', major_criteria: 'major_criteria', approval_matrix: 'matrix', risk: 'risk', emergency: 'emergency',
  planning: 'planning', review: 'review', models: 'models',
} as const; // prettier-ignore
/** What is long takes the whole width. */
const wide = new Set<PolicyPart>(['approval_matrix', 'risk', 'scope']);

/** 8.5.1.1: the policy in force, readable by everybody inside, changed part by part by those who own it. */
export default function PolicyPage() {
  const t = useT();
  const labels = useLabels();
  const policy = usePolicy();
  useEffect(() => {
    document.title = `${t('change_policy.title')} · Servanda`;
  }, [t]);
  if (policy.isError) return <ErrorState error={policy.error} retry={() => void policy.refetch()} />;
  if (policy.isPending) return <Loading minHeight={320} />;
  return (
    <Stack gap="sm" p="md" maw={1200}>
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: '1 1 420px' }}>
          <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.queue('changes')} />}>
            {labels.plural('change')}
          </Anchor>
          <Title order={1} size="h3">
            {t('change_policy.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('change_policy.hint')}
          </Text>
        </div>
        <Button
          variant="default"
          leftSection={<IconPrinter size={15} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('change_policy.print')}
        </Button>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {(Object.keys(parts) as PolicyPart[]).map((name) => (
          <Section key={name} name={name} policy={policy.data} />
        ))}
        <Paper p="md" component="section" aria-label={t('change_policy.separation')}>
          <Title order={2} size="h5" mb="xs">
            {t('change_policy.separation')}
          </Title>
          <Text size="sm">{t('change_policy.separation_text')}</Text>
        </Paper>
      </SimpleGrid>
    </Stack>
  );
}

function Section({ name, policy }: { name: PolicyPart; policy: Policy }) {
  const t = useT();
  const client = useQueryClient();
  const words = useProblemWords();
  const part = policy.parts[name];
  const [draft, setDraft] = useState<unknown>();
  const save = useMutation({
    mutationFn: () => api.put<Policy>(`/changes/policy/${name}`, { value: draft }),
    onSuccess: (next) => {
      client.setQueryData(policyKey, next);
      setDraft(undefined);
      celebrate(t('change_policy.saved'));
    },
  });
  const editing = draft !== undefined;
  const title = t(`change_policy.${titles[name]}`);
  const Part = parts[name] as ComponentType<PartProps<unknown>>;
  return (
    <Paper
      p="md"
      component="section"
      aria-label={title}
      style={wide.has(name) ? { gridColumn: '1 / -1' } : undefined}
    >
      <Group justify="space-between" mb="xs">
        <Group gap={8}>
          <Title order={2} size="h5">
            {title}
          </Title>
          <Badge color="gray">
            {part?.version === 0
              ? t('change_policy.as_shipped')
              : t('change_policy.version', { version: part?.version ?? 0 })}
          </Badge>
        </Group>
        {policy.editable && !editing && (
          <Button
            variant="subtle"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => setDraft(part?.value)}
          >
            {t('change_policy.edit')}
          </Button>
        )}
      </Group>
      {save.isError && (
        <List size="sm" c="red" mb="xs" role="alert">
          {save.error instanceof ProblemError && save.error.errors.length > 0
            ? save.error.errors.map(({ field, message }) => (
                <List.Item key={field}>
                  {field}: {message}
                </List.Item>
              ))
            : words(save.error)}
        </List>
      )}
      <Part value={editing ? draft : part?.value} onChange={editing ? setDraft : undefined} />
      {editing && (
        <Group gap={6} mt="md" justify="flex-end">
          <Button variant="default" onClick={() => (setDraft(undefined), save.reset())}>
            {t('ui.cancel')}
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('change_policy.save')}
          </Button>
        </Group>
      )}
    </Paper>
  );
}
