import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconUserExclamation } from '@tabler/icons-react';
import { text, value, type Whole } from '../../../kernel/web/contract.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { instantIn, namesIn, Phases, type Phase } from '../../../kernel/web/record/Phases.tsx';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useT } from './useT.ts';

const phases = ['ask', 'assess', 'approve', 'plan', 'run', 'review'] as const;
const at: Readonly<Record<string, number>> = {
  draft: 0, more_info: 0, submitted: 1, assessed: 2, approved: 3, scheduled: 4, implementing: 4, implemented: 5, documented: 5,
  backed_out: 5, failed: 5, in_review: 5, closed: 6,
}; // prettier-ignore

/** Where it stands, and the one thing that comes next. */
export function Flow({ record }: { record: Whole }) {
  const t = useT();
  const stopped = record.state === 'rejected' || record.state === 'cancelled';
  const bad = ['backed_out', 'failed'].includes(text(record, 'result'));
  const active = at[record.state] ?? 0;
  if (stopped && value(record, 'unauthorised') !== true && value(record, 'sodException') !== true)
    return null;
  return (
    <Paper p="md" component="section" aria-label={t('change_page.next')}>
      <Stack gap="sm">
        {!stopped && (
          <Phases
            active={active}
            phases={phases.map((phase) => ({
              label: t(`change_page.phase.${phase}`),
              bad: phase === 'run' && bad,
              ...stageOf(record, phase),
            }))}
          />
        )}
        <Next record={record} />
      </Stack>
    </Paper>
  );
}

const clockDue = (record: Whole, name: string) =>
  record.clocks.find((clock) => clock.name === name && clock.status === 'running')?.dueAt ?? null;

/** What leads up to the window must be over when it opens. */
function stageOf(record: Whole, phase: (typeof phases)[number]): Omit<Phase, 'label'> {
  const start = instantIn(record, 'plannedStartAt');
  switch (phase) {
    case 'ask':
      return { who: namesIn(record, 'requesterId'), due: null, done: instantIn(record, 'submittedAt') };
    case 'assess':
      return { who: namesIn(record, 'assessedById') || namesIn(record, 'requesterId'), due: start, done: instantIn(record, 'assessedAt') };
    case 'approve':
      return { who: namesIn(record, 'authorisedById'), due: start, done: instantIn(record, 'approvedAt', 'authorisedAt') };
    case 'plan':
      return { who: namesIn(record, 'implementerId') || namesIn(record, 'requesterId'), due: start, done: instantIn(record, 'scheduledAt') };
    case 'run':
      return { who: namesIn(record, 'startedById') || namesIn(record, 'implementerId'), due: instantIn(record, 'plannedEndAt'), done: instantIn(record, 'endedAt') };
    case 'review':
      return { who: namesIn(record, 'reviewedById') || namesIn(record, 'reviewerId'), due: clockDue(record, 'documentation') ?? clockDue(record, 'review'), done: instantIn(record, 'reviewedAt') };
  }
} // prettier-ignore

function Next({ record }: { record: Whole }) {
  const t = useT();
  const format = useFormat();
  const key = nextOf(record);
  const instant = (name: string) => {
    const found = text(record, name);
    return found === '' ? '—' : format.dateTime(found);
  };
  const nameOf = (field: string) => record.refs[text(record, field)]?.title ?? '—';
  const words = t(`change_page.next_is.${key}`, {
    from: instant('plannedStartAt'),
    to: instant('plannedEndAt'),
    name: nameOf('reviewerId'),
  });
  const unconfirmed =
    text(record, 'authorisedById') !== '' &&
    text(record, 'authorisationConfirmedAt') === '' &&
    record.state !== 'closed';
  return (
    <Stack gap={6}>
      {!['closed', 'rejected', 'cancelled'].includes(record.state) && (
        <Text size="sm">
          <Text span fw={600} size="sm">
            {t('change_page.next')}:{' '}
          </Text>
          {words}
        </Text>
      )}
      {value(record, 'unauthorised') === true && (
        <Alert color="red" p="xs" icon={<IconAlertTriangle />}>
          {t('change_page.unauthorised')}
        </Alert>
      )}
      {unconfirmed && (
        <Alert color="orange" p="xs" icon={<IconUserExclamation />}>
          <Group justify="space-between" gap="sm">
            {t('change_page.unconfirmed', { name: nameOf('authorisedById') })}
            {record.can['confirm_authorisation']?.ok === true && <Confirm record={record} />}
          </Group>
        </Alert>
      )}
      {value(record, 'sodException') === true && (
        <Alert color="orange" p="xs" icon={<IconUserExclamation />}>
          {t('change_page.exception')}
        </Alert>
      )}
    </Stack>
  );
}

/** Only whoever is said to have authorised it sees this. */
function Confirm({ record }: { record: Whole }) {
  const labels = useLabels();
  const complain = useComplain();
  const confirm = useTransition(record, 'confirm_authorisation');
  return (
    <Button loading={confirm.isPending} onClick={() => confirm.mutate({}, { onError: complain })}>
      {labels.action('change', 'confirm_authorisation')}
    </Button>
  );
}

const plain = [
  'submitted', 'more_info', 'assessed', 'scheduled', 'implementing', 'documented', 'backed_out', 'failed', 'in_review', 'closed',
  'rejected', 'cancelled',
] as const; // prettier-ignore
type Key =
  | (typeof plain)[number]
  | 'draft'
  | 'draft_emergency'
  | 'approved'
  | 'approved_emergency'
  | 'implemented'
  | 'implemented_standard'
  | 'implemented_emergency';

function nextOf(record: Whole): Key {
  const emergency = value(record, 'category') === 'emergency';
  switch (record.state) {
    case 'draft':
      return emergency ? 'draft_emergency' : 'draft';
    case 'approved':
      return emergency ? 'approved_emergency' : 'approved';
    case 'implemented':
      if (emergency) return 'implemented_emergency';
      return value(record, 'reviewRequired') === false ? 'implemented_standard' : 'implemented';
    default:
      return plain.find((state) => state === record.state) ?? 'draft';
  }
}
