import { Badge, Button, Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { list, type Whole } from '../contract.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { useT } from '../words.ts';
import { Panel } from './Panel.tsx';
import { may, useTransition } from './useTransition.ts';

type Criterion = {
  readonly title: string;
  readonly kind: 'functional' | 'load' | 'performance' | 'security' | 'operation' | 'data';
  readonly target?: number | null;
  readonly unit?: string | null;
};
type Result = {
  readonly passed: boolean;
  readonly measured: number | null;
  readonly evidence: string;
} | null;
type Draft = { readonly passed?: boolean; readonly measured?: number | null; readonly evidence?: string };

/** Of a release or a transition: each criterion with what the test found; while it is tested, the verdict is given beside it. */
export function Criteria({ record }: { record: Whole }) {
  const t = useT();
  const complain = useComplain();
  const criteria = list(record, 'criteria') as readonly Criterion[];
  const results = list(record, 'results') as readonly Result[];
  const [drafts, setDrafts] = useState<Readonly<Record<number, Draft>>>({});
  const save = useTransition(record, 'record_results');
  const judging = record.state === 'in_test' && may(record, 'record_results');
  const verdicts = Object.entries(drafts).flatMap(([at, { passed, measured, evidence }]) =>
    passed === undefined
      ? []
      : [{ criterion: Number(at) + 1, passed, evidence: evidence ?? '', ...(typeof measured === 'number' ? { measured } : {}) }],
  ); // prettier-ignore
  const passed = results.filter((result) => result?.passed === true).length;
  return (
    <Panel
      title={t('criteria.title')}
      aside={
        criteria.length > 0 && (
          <Badge color={passed === criteria.length ? 'teal' : 'gray'}>
            {t('criteria.tally', { passed, count: criteria.length })}
          </Badge>
        )
      }
    >
      {criteria.length === 0 && <Text size="sm" c="dimmed">{t('criteria.none')}</Text>}
      <Stack gap={0} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {criteria.map((criterion, at) => (
          <Line
            // eslint-disable-next-line react/no-array-index-key -- a criterion is its place
            key={at}
            criterion={criterion}
            result={results[at] ?? null}
            draft={judging ? (drafts[at] ?? {}) : undefined}
            onChange={(next) => setDrafts((before) => ({ ...before, [at]: { ...before[at], ...next } }))}
          />
        ))}
      </Stack>
      {judging && (
        <Group justify="flex-end" mt="sm">
          <Button
            disabled={verdicts.length === 0}
            loading={save.isPending}
            onClick={() => save.mutate({ verdicts }, { onError: complain, onSuccess: () => setDrafts({}) })}
          >
            {t('criteria.save')}
          </Button>
        </Group>
      )}
    </Panel>
  );
} // prettier-ignore

function Line(props: {
  readonly criterion: Criterion;
  readonly result: Result;
  readonly draft: Draft | undefined;
  readonly onChange: (next: Draft) => void;
}) {
  const { criterion, result, draft, onChange } = props;
  const t = useT();
  const format = useFormat();
  const { target, unit } = criterion;
  const hasTarget = typeof target === 'number';
  const facts = [
    t(`criteria.kinds.${criterion.kind}`),
    hasTarget ? t('criteria.at_least', { target: format.number(target), unit: unit ?? '' }) : '',
    result && result.measured !== null ? t('criteria.measured_is', { value: format.number(result.measured), unit: unit ?? '' }) : '',
    result?.evidence ?? '',
  ].filter((part) => part.trim() !== '');
  return (
    <li style={{ borderTop: '1px solid var(--ink-line)', padding: '8px 0' }}>
      <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text size="sm">{criterion.title}</Text>
          <Text size="xs" c="dimmed">{facts.join(' · ')}</Text>
        </div>
        <Badge color={result === null ? 'gray' : result.passed ? 'teal' : 'red'} style={{ flexShrink: 0 }}>
          {t(result === null ? 'criteria.untested' : result.passed ? 'criteria.passed' : 'criteria.failed')}
        </Badge>
      </Group>
      {draft && (
        <Group gap={8} mt={6} align="flex-end">
          <SegmentedControl
            size="xs"
            aria-label={criterion.title}
            value={draft.passed === undefined ? '' : String(draft.passed)}
            data={[
              { value: 'true', label: t('criteria.passed') },
              { value: 'false', label: t('criteria.failed') },
            ]}
            onChange={(next) => onChange({ passed: next === 'true' })}
          />
          {hasTarget && (
            <NumberInput w={120} label={t('criteria.measured')} value={draft.measured ?? ''} onChange={(next) => onChange({ measured: typeof next === 'number' ? next : null })} />
          )}
          <TextInput style={{ flex: '1 1 200px' }} label={t('criteria.evidence')} value={draft.evidence ?? ''} onChange={(e) => onChange({ evidence: e.currentTarget.value })} />
        </Group>
      )}
    </li>
  );
} // prettier-ignore
