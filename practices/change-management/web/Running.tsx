import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPlayerSkipForward, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { list, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { value } from '../../../kernel/web/contract.ts';
import type { LogEntry } from '../change.log.ts';
import type { BackOutPlan, ImplementationStep } from '../change.plans.ts';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useLog } from './change.web.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useT } from './useT.ts';

const colors = { done: 'teal', failed: 'red', skipped: 'yellow', note: 'gray' } as const;

/** The steps with what became of each; while it runs, each is told with one press. */
export function Running({ record }: { record: Whole }) {
  const t = useT();
  const log = useLog(record);
  const entries = log.data?.items ?? [];
  const running = record.state === 'implementing';
  const steps = list(record, 'implementationPlan') as readonly ImplementationStep[];
  const last = (step: number) =>
    entries.findLast((e) => e.plan === 'implementation' && e.step === step && e.outcome !== 'note');
  const next = steps.findIndex((_, i) => last(i + 1) === undefined);
  const plan = value(record, 'backOutPlan') as BackOutPlan | null;
  return (
    <Panel title={t('change_page.log')}>
      <Stack gap={0} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {steps.map(({ title }, at) => (
          <StepRow
            // eslint-disable-next-line react/no-array-index-key -- a step is its place
            key={at}
            record={record}
            n={at + 1}
            title={title}
            entry={last(at + 1)}
            open={running && at === next}
            running={running}
          />
        ))}
      </Stack>
      {running && <Remark record={record} />}
      {running && plan && (
        <Text size="xs" c="dimmed" mt="sm">
          <IconArrowBackUp size={13} aria-hidden style={{ verticalAlign: -2 }} />{' '}
          {t('change_page.log_back_out')}:{' '}
          {plan.steps.map(({ title }, i) => `${i + 1}. ${title}`).join(' · ')} — {plan.decisionPoint}
        </Text>
      )}
      <Entries entries={entries} refs={log.data?.refs ?? {}} />
    </Panel>
  );
}

function StepRow(props: {
  readonly record: Whole;
  readonly n: number;
  readonly title: string;
  readonly entry: LogEntry | undefined;
  readonly open: boolean;
  readonly running: boolean;
}) {
  const { record, n, title, entry, open, running } = props;
  const t = useT();
  const format = useFormat();
  const complain = useComplain();
  const tell = useTransition(record, 'log_step');
  const [asking, setAsking] = useState<'skipped' | 'failed'>();
  const [note, setNote] = useState('');
  const write = (outcome: LogEntry['outcome']) =>
    tell.mutate(
      { step: n, outcome, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      { onError: complain, onSuccess: () => (setAsking(undefined), setNote('')) },
    );
  return (
    <li style={{ borderTop: '1px solid var(--ink-line)', padding: '8px 0' }}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={open ? 650 : 400} style={{ flex: '1 1 260px', minWidth: 0 }}>
          {n}. {title}
        </Text>
        {entry ? (
          <Group gap={6}>
            <Badge color={colors[entry.outcome]}>
              {t(
                entry.outcome === 'done'
                  ? 'change_page.log_done'
                  : entry.outcome === 'skipped'
                    ? 'change_page.log_skip'
                    : 'change_page.log_failed',
              )}
            </Badge>
            <Text size="xs" c="dimmed">
              {format.clock(entry.at)}
            </Text>
          </Group>
        ) : null}
        {running && (!entry || entry.outcome === 'failed') && (
          <Group gap={6}>
            <Button
              variant={open ? 'filled' : 'default'}
              leftSection={<IconCheck size={14} aria-hidden />}
              loading={tell.isPending && asking === undefined}
              onClick={() => write('done')}
            >
              {t('change_page.log_done')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlayerSkipForward size={14} aria-hidden />}
              onClick={() => setAsking('skipped')}
            >
              {t('change_page.log_skip')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconX size={14} aria-hidden />}
              onClick={() => setAsking('failed')}
            >
              {t('change_page.log_failed')}
            </Button>
          </Group>
        )}
      </Group>
      {asking && (
        <Group gap={6} mt={6} align="flex-end">
          <TextInput
            flex={1}
            data-autofocus
            label={t('change_page.log_what')}
            value={note}
            onChange={(e) => setNote(e.currentTarget.value)}
          />
          <Button disabled={note.trim() === ''} loading={tell.isPending} onClick={() => write(asking)}>
            {t('change_page.log_write')}
          </Button>
        </Group>
      )}
    </li>
  );
}

function Remark({ record }: { record: Whole }) {
  const t = useT();
  const complain = useComplain();
  const tell = useTransition(record, 'log_step');
  const [note, setNote] = useState('');
  return (
    <Group gap={6} mt="sm" align="flex-end">
      <TextInput
        flex={1}
        label={t('change_page.log_note')}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={note.trim() === ''}
        loading={tell.isPending}
        onClick={() =>
          tell.mutate(
            { outcome: 'note', note: note.trim() },
            { onError: complain, onSuccess: () => setNote('') },
          )
        }
      >
        {t('change_page.log_write')}
      </Button>
    </Group>
  );
}

function Entries({
  entries,
  refs,
}: {
  entries: readonly LogEntry[];
  refs: Parameters<typeof RefLink>[0]['refs'];
}) {
  const t = useT();
  const format = useFormat();
  const told = entries.filter(({ note, outcome }) => note !== null || outcome === 'failed');
  if (told.length === 0) return null;
  return (
    <Stack gap={4} mt="sm">
      <Text size="xs" c="dimmed">
        {t('change_page.log_entries')}
      </Text>
      {told.map(({ id, at, step, outcome, note, authorId }) => (
        <Group key={id} gap={8} wrap="nowrap" align="flex-start">
          <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
            {format.short(at)}
          </Text>
          <Text size="sm" style={{ minWidth: 0 }}>
            {step === null ? '' : `${t('change_page.step', { n: step })}: `}
            {note ?? ''}
          </Text>
          {outcome !== 'note' && (
            <Badge size="sm" color={colors[outcome]}>
              {t(
                outcome === 'done'
                  ? 'change_page.log_done'
                  : outcome === 'skipped'
                    ? 'change_page.log_skip'
                    : 'change_page.log_failed',
              )}
            </Badge>
          )}
          {authorId !== null && (
            <Text size="xs" c="dimmed" component="span">
              <RefLink id={authorId} refs={refs} plain />
            </Text>
          )}
        </Group>
      ))}
    </Stack>
  );
}
