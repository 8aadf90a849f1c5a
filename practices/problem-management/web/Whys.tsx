import { ActionIcon, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { uniqueKey } from '../../../platform/ui/unique.ts';
import type { Whys } from '../rca.schema.ts';
import { useProblemPageWords } from './problem.web.ts';
import styles from './rca.module.css';

export type WhyDraft = { readonly key: string; readonly answer: string; readonly evidence: string };
export const whyDrafts = (whys: Whys | null): WhyDraft[] =>
  (whys ?? []).map(({ answer, evidence }) => ({ key: uniqueKey(), answer, evidence: evidence ?? '' }));

/** The chain as it is read: what happened, each answer with what shows it, and the cause at its end. */
export function WhyChain({
  effect,
  whys,
  rootCause,
}: {
  effect: string;
  whys: Whys;
  rootCause: string | null;
}) {
  const t = useProblemPageWords();
  return (
    <ol className={styles['chain']} aria-label={t('pm.whys')}>
      <li className={styles['link']}>
        <span className={styles['step']} data-kind="effect" aria-hidden>
          !
        </span>
        <Text size="xs" c="dimmed">
          {t('pm.effect')}
        </Text>
        <Text size="sm" fw={600}>
          {effect}
        </Text>
      </li>
      {whys.map(({ answer, evidence }, i) => (
        <li key={answer} className={styles['link']}>
          <span className={styles['step']} aria-hidden>
            {i + 1}
          </span>
          <Text size="xs" c="dimmed">
            {t('pm.why_n', { n: i + 1 })}
          </Text>
          <Text size="sm">{answer}</Text>
          <Text size="xs" c={evidence === undefined ? 'orange' : 'dimmed'}>
            {evidence === undefined ? t('pm.no_evidence') : `${t('pm.evidence')}: ${evidence}`}
          </Text>
        </li>
      ))}
      {rootCause !== null && (
        <li className={styles['link']}>
          <span className={styles['step']} data-kind="root" aria-hidden>
            ✓
          </span>
          <Text size="xs" c="dimmed">
            {t('pm.root_cause')}
          </Text>
          <Text size="sm" fw={600}>
            {rootCause}
          </Text>
        </li>
      )}
    </ol>
  );
}

const mostWhys = 10;

export function WhysEditor({
  value,
  onChange,
}: {
  value: readonly WhyDraft[];
  onChange: (next: WhyDraft[]) => void;
}) {
  const t = useProblemPageWords();
  const set = (at: number, part: Partial<WhyDraft>) =>
    onChange(value.map((why, i) => (i === at ? { ...why, ...part } : why)));
  return (
    <Stack gap="sm">
      {value.map((why, i) => (
        <Group key={why.key} gap={8} align="flex-start" wrap="nowrap">
          <Stack gap={4} style={{ flex: 1 }}>
            <Textarea
              autosize
              minRows={1}
              label={t('pm.why_n', { n: i + 1 })}
              placeholder={t('pm.answer')}
              value={why.answer}
              onChange={(e) => set(i, { answer: e.currentTarget.value })}
            />
            <TextInput
              size="xs"
              aria-label={`${t('pm.why_n', { n: i + 1 })}: ${t('pm.evidence')}`}
              placeholder={t('pm.evidence')}
              value={why.evidence}
              onChange={(e) => set(i, { evidence: e.currentTarget.value })}
            />
          </Stack>
          <ActionIcon
            mt={26}
            aria-label={`${t('pm.remove')}: ${t('pm.why_n', { n: i + 1 })}`}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {value.length < mostWhys && (
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...value, { key: uniqueKey(), answer: '', evidence: '' }])}
          style={{ alignSelf: 'flex-start' }}
        >
          {value.length === 0 ? t('pm.why') : t('pm.add_why')}
        </Button>
      )}
    </Stack>
  );
}
