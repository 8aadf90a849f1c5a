import { Anchor, Badge, Button, Collapse, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useComplain } from '../../../platform/ui/problems.ts';
import { Bars } from '../../../kernel/web/record/Bars.tsx';
import { useTransition } from '../../../kernel/web/record/useTransition.ts';
import { useBehind, useProblemPageWords, type Candidate } from './problem.web.ts';

/** One candidate with the numbers that justify it, and the decision on it. */
export function CandidateCard({ record, candidate }: { record: Whole; candidate: Candidate }) {
  const t = useProblemPageWords();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { figures } = candidate;
  const half = figures.series.length / 2;
  const growth =
    figures.previous === 0
      ? t('pm.unseen')
      : `${figures.n >= figures.previous ? '+' : '−'}${format.percent(Math.abs(figures.n / figures.previous - 1))}`;
  const facts = [
    t('pm.n_before', { n: format.number(figures.previous) }),
    t('pm.share', { share: format.percent(figures.share) }),
    t('pm.lost', { time: format.duration(figures.lostMs) }),
    ...(figures.customers > 0 ? [t('pm.customers', { n: figures.customers })] : []),
    ...(figures.minutes > 0 ? [t('pm.worked', { time: format.duration(figures.minutes * 60_000) })] : []),
    ...figures.costs.map(({ currency, cents }) =>
      new Intl.NumberFormat(format.language, { style: 'currency', currency }).format(cents / 100),
    ),
  ];
  return (
    <Paper withBorder p="sm" component="article" aria-label={candidate.title}>
      <Group align="flex-start" gap="md" wrap="wrap">
        <Stack gap={4} style={{ flex: '3 1 320px', minWidth: 0 }}>
          <Group gap={6}>
            <Badge
              size="sm"
              color={{ service: 'grape', category: 'blue', ci: 'orange', text: 'teal' }[candidate.way]}
            >
              {t(`pm.way.${candidate.way}`)}
            </Badge>
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {candidate.title}
            </Text>
          </Group>
          <Text size="sm">
            <Text span fw={700}>
              {t('pm.n_now', { n: format.number(figures.n) })}
            </Text>{' '}
            <Text span c={figures.n > figures.previous ? 'red' : 'teal'} fw={600}>
              {growth}
            </Text>
          </Text>
          <Text size="xs" c="dimmed">
            {facts.join(' · ')}
          </Text>
          <Decision record={record} candidate={candidate} />
        </Stack>
        <div style={{ flex: '1 1 200px', minWidth: 160 }}>
          <Bars
            height={62}
            label={t('pm.series')}
            bars={figures.series.map((n, i) => ({ label: String(i + 1), n, quiet: i < half }))}
          />
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>
            {t('pm.behind')}
          </Button>
        </div>
      </Group>
      <Collapse expanded={open}>{open && <Behind record={record} id={candidate.id} />}</Collapse>
    </Paper>
  );
}

function Behind({ record, id }: { record: Whole; id: string }) {
  const format = useFormat();
  const items = useBehind(record.number, id).data?.items ?? [];
  return (
    <Stack gap={4} mt="xs">
      {items.slice(0, 20).map((i) => (
        <Group key={i.number} gap={8} wrap="nowrap">
          <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
            {format.short(i.occurredAt)}
          </Text>
          <Anchor
            size="sm"
            truncate
            renderRoot={(p) => <Link {...p} to={paths.record('incidents', i.number)} />}
          >
            {i.number} {i.title}
          </Anchor>
        </Group>
      ))}
    </Stack>
  );
}

function Decision({ record, candidate }: { record: Whole; candidate: Candidate }) {
  const t = useProblemPageWords();
  const complain = useComplain();
  const [reason, setReason] = useState<string>();
  const accept = useTransition(record, 'accept_candidate');
  const reject = useTransition(record, 'reject_candidate');
  const chosen = { candidate: { id: candidate.id } };
  if (candidate.state === 'accepted' && candidate.problem) {
    const { number, title } = candidate.problem;
    return (
      <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('problems', number)} />}>
        {t('pm.accepted', { problem: `${number} ${title}` })}
      </Anchor>
    );
  }
  if (candidate.state === 'rejected')
    return (
      <Text size="sm" c="dimmed">
        {t('pm.rejected', { by: candidate.decidedBy ?? '', reason: candidate.reason ?? '' })}
      </Text>
    );
  if (record.can['accept_candidate']?.ok !== true) return null;
  return reason === undefined ? (
    <Group gap={6}>
      <Button loading={accept.isPending} onClick={() => accept.mutate(chosen, { onError: complain })}>
        {t('pm.accept')}
      </Button>
      <Button variant="default" onClick={() => setReason('')}>
        {t('pm.reject')}
      </Button>
    </Group>
  ) : (
    <Group gap={6}>
      <TextInput
        style={{ flex: '1 1 200px' }}
        aria-label={t('pm.reject_why')}
        placeholder={t('pm.reject_why')}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      <Button
        variant="default"
        loading={reject.isPending}
        disabled={reason.trim() === ''}
        onClick={() => reject.mutate({ ...chosen, reason }, { onError: complain })}
      >
        {t('pm.reject')}
      </Button>
      <Button variant="subtle" onClick={() => setReason(undefined)}>
        {t('pm.cancel')}
      </Button>
    </Group>
  );
}
