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
  Textarea,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { roles } from '../../../kernel/access/roles.ts';
import { api } from '../../../platform/ui/api.ts';
import { celebrate, useProblemWords } from '../../../platform/ui/problems.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { kinds, type Kind } from '../release.parts.ts';
import type { TypeRule, TypeRules } from '../release.settings.ts';
import { policyKey, usePolicy, type Policy } from './release.web.ts';
import { useT } from './useT.ts';

const often = ['weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly', 'as_needed'] as const;
const figures = ['noticeHours', 'observeDays', 'maxCaused'] as const;

/** 8.5.3: the types of releases with their frequency and handling, readable by everybody inside. */
export default function PolicyPage() {
  const t = useT();
  const labels = useLabels();
  const policy = usePolicy();
  useEffect(() => {
    document.title = `${t('release_page.policy.title')} · Servanda`;
  }, [t]);
  if (policy.isError) return <ErrorState error={policy.error} retry={() => void policy.refetch()} />;
  if (policy.isPending) return <Loading minHeight={320} />;
  return (
    <Stack gap="sm" p="md" maw={1200}>
      <div>
        <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.queue('releases')} />}>
          {labels.plural('release')}
        </Anchor>
        <Title order={1} size="h3">{t('release_page.policy.title')}</Title>
        <Text size="sm" c="dimmed">{t('release_page.policy.hint')}</Text>
      </div>
      <Form key={policy.data.version} policy={policy.data} />
    </Stack>
  );
} // prettier-ignore

function Form({ policy }: { policy: Policy }) {
  const t = useT();
  const words = useProblemWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState<TypeRules>(policy.value);
  const save = useMutation({
    mutationFn: () => api.put<Policy>('/releases/policy', { value: draft }),
    onSuccess: (next) => {
      client.setQueryData(policyKey, next);
      celebrate(t('release_page.policy.saved'));
    },
  });
  return (
    <>
      {save.error !== null && <Alert color="red" role="alert">{words(save.error)}</Alert>}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {kinds.map((kind) => (
          <TypeCard key={kind} kind={kind} rule={draft[kind]} fixed={!policy.editable} onChange={(next) => setDraft({ ...draft, [kind]: { ...draft[kind], ...next } })} />
        ))}
      </SimpleGrid>
      {policy.editable && (
        <Group justify="flex-end">
          <Button loading={save.isPending} disabled={draft === policy.value} onClick={() => save.mutate()}>{t('release_page.policy.save')}</Button>
        </Group>
      )}
    </>
  );
} // prettier-ignore

function TypeCard(props: {
  readonly kind: Kind;
  readonly rule: TypeRule;
  readonly fixed: boolean;
  readonly onChange: (next: Partial<TypeRule>) => void;
}) {
  const { kind, rule, fixed, onChange } = props;
  const t = useT();
  const labels = useLabels();
  const title = labels.option('release', 'kind', kind);
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="sm">{title}</Title>
      <Stack gap="sm">
        <Select label={t('release_page.policy.frequency')} readOnly={fixed} allowDeselect={false} value={rule.frequency} data={often.map((one) => ({ value: one, label: t(`release_page.policy.frequencies.${one}`) }))} onChange={(next) => { const frequency = often.find((one) => one === next); if (frequency) onChange({ frequency }); }} />
        <Textarea label={t('release_page.policy.handling')} placeholder={t(`release_page.policy.usual.${kind}`)} readOnly={fixed} autosize minRows={2} value={rule.handling} onChange={(e) => onChange({ handling: e.currentTarget.value })} />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" style={{ alignItems: 'end' }}>
          {figures.map((key) => (
            <NumberInput key={key} label={t(`release_page.policy.${key}`)} readOnly={fixed} hideControls={fixed} min={0} allowDecimal={false} value={rule[key]} onChange={(next) => onChange({ [key]: typeof next === 'number' ? next : 0 })} />
          ))}
        </SimpleGrid>
        <MultiSelect label={t('release_page.policy.approvers')} readOnly={fixed} value={rule.approvers} data={roles.map((role) => ({ value: role, label: labels.role(role) }))} onChange={(next) => onChange({ approvers: roles.filter((role) => next.includes(role)) })} />
      </Stack>
    </Paper>
  );
} // prettier-ignore
