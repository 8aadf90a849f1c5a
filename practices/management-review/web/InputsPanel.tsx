import { Accordion, Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import type { ReviewInput } from '../review.fields.ts';
import { InputBody } from './InputBody.tsx';
import { useInputs, useReviewWords, type Inputs } from './review.web.ts';

/** The twelve inputs in the order of the standard: an empty one is flagged, never left out. */
export function InputsPanel({ review }: { review: Whole }) {
  const t = useReviewWords();
  const format = useFormat();
  const found = useInputs(review.number, review.version).data;
  if (!found) return null;
  const inputs = found.frozen ?? found.now;
  const silent = inputs.filter(({ key, status }) => status !== 'filled' && !found.notes[key]).length;
  return (
    <Panel
      title={t('review_page.inputs')}
      aside={
        <Badge color={silent > 0 ? 'orange' : 'teal'}>
          {silent > 0 ? t('review_page.flagged', { count: silent }) : t('review_page.complete')}
        </Badge>
      }
    >
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {inputs.length === 0
            ? t('review_page.no_period')
            : found.frozenAt === null
              ? t('review_page.preview')
              : t('review_page.frozen_at', { date: format.dateTime(found.frozenAt) })}
        </Text>
        <Changes found={found} />
        <Accordion multiple variant="separated" chevronPosition="left">
          {inputs.map((input, i) => (
            <One key={input.key} n={i + 1} input={input} note={found.notes[input.key]} review={review} />
          ))}
        </Accordion>
      </Stack>
    </Panel>
  );
}

function One(props: { n: number; input: ReviewInput; note: string | undefined; review: Whole }) {
  const t = useReviewWords();
  const { n, input, note, review } = props;
  const silent = input.status !== 'filled' && !note;
  return (
    <Accordion.Item value={input.key}>
      <Accordion.Control>
        <Group gap="sm" wrap="nowrap" pr="sm">
          <Text size="sm" c="dimmed" w={18} ta="right">
            {n}
          </Text>
          <Text size="sm" fw={550} style={{ flex: 1 }}>
            {t(`management_review.input_of.${input.key}`)}
          </Text>
          {silent && <IconAlertTriangle size={16} color="var(--mantine-color-orange-7)" aria-hidden />}
          {input.status !== 'filled' && (
            <Text size="xs" c={silent ? 'orange' : 'dimmed'} visibleFrom="sm">
              {t(`management_review.status.${input.status}`)}
            </Text>
          )}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <InputBody input={input} note={note} review={review} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}

/** What the data would say now, and did not when it was decided on. */
function Changes({ found }: { found: Inputs }) {
  const t = useReviewWords();
  const labels = useLabels();
  const format = useFormat();
  const shown = (value: number | null) =>
    value === null ? 'n/a' : format.number(Math.round(value * 10) / 10);
  const { changes } = found;
  if (changes.length === 0) return null;
  return (
    <Alert
      color="blue"
      icon={<IconHistory />}
      title={t('review_page.changed', { count: changes.length })}
      p="sm"
    >
      <Text size="xs">{t('review_page.changed_hint')}</Text>
      {changes.map(({ kind, key, was, is, wasN, isN }) => (
        <Text key={`${kind} ${key}`} size="xs">
          {t(
            kind === 'list'
              ? was === is
                ? 'review_page.others'
                : 'review_page.was_is'
              : wasN === was && isN === is
                ? 'review_page.was_is'
                : 'review_page.was_is_of',
            {
              what: kind === 'figure' ? labels.measure(key) : t(`management_review.list_of.${key}` as never),
              was: shown(was),
              is: shown(is),
              wasN: format.number(wasN),
              isN: format.number(isN),
            },
          )}
        </Text>
      ))}
    </Alert>
  );
}
