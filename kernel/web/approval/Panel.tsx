import { Alert, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleXFilled, IconClock } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState } from '../../../platform/ui/States.tsx';
import type { MetaType } from '../contract.ts';
import { endpoints } from '../paths.ts';
import { keys } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { Decide } from './Decide.tsx';
import { NameApprover } from './NameApprover.tsx';
import { useDecide, usePurpose, type Approval, type ApprovalStep, type Seat } from './approvals.ts';

const approvalsOf = (meta: MetaType, number: string) =>
  queryOptions({
    queryKey: [...keys.record(meta.type, number), 'approvals'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Approval[] }>(`${endpoints.record(meta.plural, number)}/approvals`, signal),
  });

/** Only types that can be approved have an action of that name, so the others ask for nothing. */
const canBeApproved = (meta: MetaType) => meta.actions.some((action) => action.name === 'approved');

/** On a record's page: who decided what, who is awaited and since when; and one's own decision. */
export function Approvals({ meta, number }: { meta: MetaType; number: string }) {
  const found = useQuery({ ...approvalsOf(meta, number), enabled: canBeApproved(meta) });
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return found.data?.items.map((approval) => <One key={approval.id} meta={meta} approval={approval} />);
}

const colours = {
  open: 'blue',
  waiting: 'gray',
  approved: 'teal',
  rejected: 'red',
  cancelled: 'gray',
} as const;

function One({ meta, approval }: { meta: MetaType; approval: Approval }) {
  const t = useT();
  const labels = useLabels();
  const purpose = usePurpose();
  const deciding = useDecide(meta.type, approval.id);
  const name = purpose(meta.type, approval.purpose);
  return (
    <Paper p="md" component="section" aria-label={t('approvals.title', { name })}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h5">
          {t('approvals.one')}
        </Title>
        <Badge variant="light" color={colours[approval.state]}>
          {t(`approvals.state.${approval.state}`)}
        </Badge>
      </Group>
      <Stack gap="sm">
        <Text size="sm">{name}</Text>
        {approval.steps.map((step) => (
          <Step key={step.n} meta={meta} approval={approval} step={step} />
        ))}
        {approval.canDecide.ok && (
          <>
            {approval.onBehalfOf && (
              <Text size="sm">{t('approvals.you_decide_for', { name: approval.onBehalfOf.name })}</Text>
            )}
            <Decide deciding={deciding} about={name} />
          </>
        )}
        {/* Who could decide were it somebody else's sees why the buttons are missing. */}
        {approval.state === 'open' && approval.canDecide.why === 'approval.own' && (
          <Text size="sm" c="dimmed">
            {labels.key(approval.canDecide.why)}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Step(props: { readonly meta: MetaType; readonly approval: Approval; readonly step: ApprovalStep }) {
  const { meta, approval, step } = props;
  const alone = approval.steps.length === 1;
  const waits = step.state === 'open' || step.state === 'waiting';
  const t = useT();
  const format = useFormat();
  const of = step.approvers.length;
  const quorum =
    of === 1
      ? ''
      : step.needed === of
        ? t('approvals.all')
        : t('approvals.needed', { needed: step.needed, of });
  const since =
    step.state === 'open' && step.openedAt !== null
      ? t('approvals.since', { ago: format.ago(step.openedAt) })
      : t(`approvals.state.${step.state}`);
  const due =
    step.state === 'open' && step.dueAt !== null
      ? t('approvals.due', { at: format.dateTime(step.dueAt) })
      : '';
  return (
    <div style={step.state === 'waiting' || step.state === 'cancelled' ? { opacity: 0.75 } : undefined}>
      <Text size="xs" c="dimmed" mb={4}>
        {[alone ? '' : t('approvals.step', { step: step.n }), quorum, since, due]
          .filter((s) => s !== '')
          .join(' · ')}
      </Text>
      {step.flaggedAt !== null && step.state === 'open' && (
        <Alert color="orange" mb={6} role="status">
          {t('approvals.flagged', { ago: format.ago(step.flaggedAt) })}
        </Alert>
      )}
      <Stack gap={4}>
        {/* Once it is decided, those who were not needed say nothing any more. */}
        {step.approvers
          .filter(({ decision }) => decision !== null || waits)
          .map((seat) => (
            <div key={seat.id}>
              <SeatLine seat={seat} awaited={step.state === 'open'} />
              {approval.mayName && step.state === 'open' && !seat.here && seat.decision === null && (
                <NameApprover type={meta.type} id={approval.id} seat={seat} />
              )}
            </div>
          ))}
      </Stack>
    </div>
  );
}

function SeatLine({ seat, awaited }: { seat: Seat; awaited: boolean }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const { decision, deputy } = seat;
  if (decision === null)
    return (
      <Group gap={8} wrap="nowrap">
        <IconClock size={16} color="var(--mantine-color-dimmed)" aria-hidden />
        <Text size="sm">
          {seat.name || '—'}
          <Text span size="sm" c="dimmed">
            {awaited && ` · ${t(seat.here ? 'approvals.awaited' : 'approvals.gone')}`}
            {deputy && ` · ${t('approvals.deputy', { name: deputy.name })}`}
          </Text>
        </Text>
      </Group>
    );
  const approved = decision.decision === 'approve';
  const Mark = approved ? IconCircleCheckFilled : IconCircleXFilled;
  const who =
    decision.by.id === seat.id
      ? seat.name || '—'
      : t('approvals.for', { name: decision.by.name, other: seat.name });
  const via = decision.via === 'web' ? '' : labels.key(`channel.${decision.via}`);
  return (
    <Group gap={8} wrap="nowrap" align="flex-start">
      <Mark
        size={16}
        style={{ marginTop: 2, flexShrink: 0 }}
        color={`var(--mantine-color-${approved ? 'teal' : 'red'}-filled)`}
        aria-hidden
      />
      <div style={{ minWidth: 0 }}>
        <Text size="sm">
          {who}{' '}
          <Text span size="sm" c="dimmed" title={format.full(decision.at)}>
            {[
              t(approved ? 'approvals.has_approved' : 'approvals.has_rejected'),
              format.dateTime(decision.at),
              via,
            ]
              .filter((s) => s !== '')
              .join(' · ')}
          </Text>
        </Text>
        {decision.reason !== null && (
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {decision.reason}
          </Text>
        )}
      </div>
    </Group>
  );
}
