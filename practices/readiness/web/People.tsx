import { ActionIcon, Badge, Button, Group, Paper, Stack, Switch, Text, Title, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext, useState, type ReactNode } from 'react';
import { text, value, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { ReferencePicker } from '../../../kernel/web/field/ReferencePicker.tsx';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { ActionModal } from '../../../kernel/web/record/ActionModal.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat, ZoneContext } from '../../../platform/ui/format.ts';
import { useNow } from '../../../platform/ui/now.ts';
import { today } from '../../../platform/ui/zoned.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { useMap, useReadinessWords, type Around, type Requirement } from './readiness.web.ts';

type Props = { readonly one: Requirement; readonly record: Whole };

/** What people say, each as a card beside the live answer. */
export function People({ one, record, around }: { one: Requirement; record: Whole | undefined; around: Around | undefined }) {
  const t = useReadinessWords();
  if (!record) return one.assessment === null ? <Text size="sm" c="dimmed" px="md">{t('readiness.one.no_assessment')}</Text> : null;
  return (
    <>
      <Owner one={one} record={record} />
      <Gap one={one} record={record} around={around} />
      <Judgement one={one} record={record} />
      {one.way === 'live' && <None one={one} record={record} />}
    </>
  );
} // prettier-ignore

function Card({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Group justify="space-between" gap="xs" mb={6} wrap="nowrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        {action}
      </Group>
      <Stack gap={6}>{children}</Stack>
    </Paper>
  );
}

/** What is said of a requirement changes its answer, too. */
function useAnswered() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['evidence'] });
}

/** Opens an action's form; where it may not be done the button says why. */
function Do({ record, name, initial }: { record: Whole; name: string; initial?: Readonly<Record<string, unknown>> | undefined }) {
  const labels = useLabels();
  const meta = useMetaType('requirement-assessment');
  const answered = useAnswered();
  const [open, setOpen] = useState(false);
  const action = meta.actions.find((one) => one.name === name);
  const can = record.can[name] ?? { ok: false };
  if (!action) return null;
  return (
    <>
      <Tooltip label={can.words} disabled={can.ok || can.words === undefined}>
        <Button variant="default" style={{ flexShrink: 0 }} {...(can.ok ? {} : { 'data-disabled': true })} aria-disabled={!can.ok} onClick={(e) => (can.ok ? setOpen(true) : e.preventDefault())}>
          {labels.action(meta.type, name)}
        </Button>
      </Tooltip>
      {open && (
        <ActionModal meta={meta} action={action} row={record} refs={record.refs} can={can} initial={initial} onClose={() => (setOpen(false), answered())} />
      )}
    </>
  );
} // prettier-ignore

function Owner({ one, record }: Props) {
  const t = useReadinessWords();
  const client = useQueryClient();
  const complain = useComplain();
  const answered = useAnswered();
  const [editing, setEditing] = useState(false);
  const [whole, setWhole] = useState(false);
  const clause = useMap(undefined).data?.items.filter((item) => item.clause === one.clause) ?? [];
  const name = useMutation({
    mutationFn: async (ownerId: string | null) => {
      await api.patch(`/requirement-assessments/${record.number}`, { ownerId }, { version: record.version });
      // One after the other: one that is refused keeps what was done before it, and says so.
      if (whole)
        for (const { assessment } of clause)
          if (assessment !== null && assessment !== record.number)
            await api.patch(`/requirement-assessments/${assessment}`, { ownerId });
    },
    onSuccess: async () => {
      setEditing(false);
      await client.invalidateQueries({ queryKey: keys.type('requirement-assessment') });
      answered();
    },
    onError: complain,
  });
  return (
    <Card
      title={t('readiness.one.owner')}
      action={
        record.can['edit']?.ok === true && !editing ? (
          <ActionIcon aria-label={t('requirement_assessment.action.edit')} onClick={() => setEditing(true)}>
            <IconPencil size={15} aria-hidden />
          </ActionIcon>
        ) : undefined
      }
    >
      {editing ? (
        <>
          <ReferencePicker to={['person']} ariaLabel={t('readiness.one.owner')} startHere value={record.ownerId} refs={record.refs} onChange={(id) => name.mutate(id)} />
          {clause.length > 1 && (
            <Switch size="xs" checked={whole} onChange={(e) => setWhole(e.currentTarget.checked)} label={t('readiness.one.owner_clause', { clause: one.clause, count: clause.length })} />
          )}
        </>
      ) : record.ownerId === null ? (
        <Text size="sm" c="dimmed">{t('readiness.one.owner_none')}</Text>
      ) : (
        <RefLink id={record.ownerId} refs={record.refs} />
      )}
    </Card>
  );
} // prettier-ignore

const gapColors: Readonly<Record<string, string>> = { fulfilled: 'teal', partly: 'orange', missing: 'red' };

function Gap({ record, around }: Props & { around: Around | undefined }) {
  const t = useReadinessWords();
  const labels = useLabels();
  const format = useFormat();
  const status = text(record, 'gapStatus');
  const option = (field: string) => labels.option('requirement-assessment', field, value(record, field));
  const assessed = value(record, 'assessedAt');
  const effort = value(record, 'effortDays');
  const typical = around?.typicalGap ?? undefined;
  const begin = value(record, 'gap') === null && typical ? { gap: typical.text, gapGroup: typical.group } : undefined;
  return (
    <Card title={t('readiness.one.gap')} action={<Do record={record} name="assess" initial={begin} />}>
      <Group gap={6}>
        <Badge color={gapColors[status] ?? 'gray'}>{option('gapStatus')}</Badge>
        {value(record, 'gapGroup') !== null && <Badge color="gray">{option('gapGroup')}</Badge>}
        {typeof effort === 'number' && <Badge color="gray">{t('readiness.effort', { days: effort })}</Badge>}
        {value(record, 'decision') !== null && <Badge color="blue">{option('decision')}</Badge>}
      </Group>
      {text(record, 'gap') !== '' && <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{text(record, 'gap')}</Text>}
      {text(record, 'decisionReason') !== '' && <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>{text(record, 'decisionReason')}</Text>}
      {typeof assessed === 'string' ? (
        <Group gap={4}>
          <RefLink id={text(record, 'assessedById')} refs={record.refs} />
          <Text size="xs" c="dimmed">{format.dateTime(assessed)}</Text>
        </Group>
      ) : (
        <>
          <Text size="sm" c="dimmed">{t('readiness.one.not_assessed')}</Text>
          {typical && <Text size="xs" c="dimmed">{t('readiness.one.gap_typical')}: {typical.text}</Text>}
        </>
      )}
    </Card>
  );
} // prettier-ignore

function Judgement({ record }: Props) {
  const t = useReadinessWords();
  const labels = useLabels();
  const format = useFormat();
  const zone = useContext(ZoneContext);
  const now = useNow();
  const until = text(record, 'judgedUntil');
  const verdict = text(record, 'verdict');
  const lapsed = until !== '' && until < today(zone, now);
  return (
    <Card title={t('readiness.one.judgement')} action={<Do record={record} name="judge" initial={{ verdict: null, verdictNote: null, judgedUntil: null }} />}>
      {verdict === '' ? (
        <Text size="sm" c="dimmed">{t('readiness.one.judgement_none')}</Text>
      ) : (
        <>
          <Group gap={6}>
            <Badge color={lapsed ? 'gray' : verdict === 'adequate' ? 'teal' : 'red'}>{labels.option('requirement-assessment', 'verdict', verdict)}</Badge>
            <Text size="xs" c={lapsed ? 'red' : 'dimmed'}>{t(lapsed ? 'readiness.one.judgement_lapsed' : 'readiness.one.judged_until', { day: format.day(until) })}</Text>
          </Group>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{text(record, 'verdictNote')}</Text>
          <Group gap={4}>
            <RefLink id={text(record, 'judgedById')} refs={record.refs} />
            <Text size="xs" c="dimmed">{format.dateTime(text(record, 'judgedAt'))}</Text>
          </Group>
        </>
      )}
    </Card>
  );
} // prettier-ignore

function None({ one, record }: Props) {
  const t = useReadinessWords();
  const format = useFormat();
  const from = text(record, 'noneFrom');
  const who = record.refs[text(record, 'noneById')]?.title ?? '';
  // Said of what did occur once, it would only be in the way.
  if (one.status !== 'none' && from === '') return null;
  return (
    <Card title={t('readiness.one.none')} action={<Do record={record} name="confirm_none" initial={{ noneFrom: one.period.from, noneTo: one.period.to, noneNote: null }} />}>
      {from === '' ? (
        <Text size="sm" c="dimmed">{t('readiness.one.none_none')}</Text>
      ) : (
        <>
          <Text size="sm">{t('readiness.one.none_said', { from: format.day(from), to: format.day(text(record, 'noneTo')), who })}</Text>
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>{text(record, 'noneNote')}</Text>
        </>
      )}
    </Card>
  );
} // prettier-ignore
