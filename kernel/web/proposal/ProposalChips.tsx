import { Anchor, Button, Group, Stack, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconBulb, IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import type { MetaType } from '../contract.ts';
import { useLabels } from '../words.ts';
import { fieldsOf, isTaken, percent, useProposalT, type Proposal, type ProposedValue } from './proposals.ts';

type Props = {
  readonly meta: MetaType;
  readonly items: readonly Proposal[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly onTake: (values: Readonly<Record<string, unknown>>) => void;
};

/** Proposals to be clicked, each with how sure it is, how often such were right, and why. */
export function ProposalChips({ items, ...props }: Props) {
  const t = useProposalT();
  if (items.length === 0) return null;
  return (
    <Stack gap={10} component="section" aria-label={t('proposal.title')} aria-live="polite">
      {items.map((proposal) => (
        <Chip key={proposal.field} proposal={proposal} {...props} />
      ))}
    </Stack>
  );
}

function Chip({ meta, proposal, values, onTake }: Omit<Props, 'items'> & { readonly proposal: Proposal }) {
  const t = useProposalT();
  const labels = useLabels();
  const about = useId();
  const { field, value, label, confidence, accuracy, reasons, others } = proposal;
  const name = labels.field(meta.type, field);
  const taken = isTaken(field, value, values);
  const take = (wanted: ProposedValue) => onTake(fieldsOf(field, wanted));
  const measured = {
    n: accuracy.n,
    top1: percent(accuracy.top1),
    top3: percent(accuracy.top3),
    baseline: percent(accuracy.baseline),
  };
  return (
    <div>
      <Tooltip label={t('proposal.right_long', measured)} multiline w={320}>
        <Button
          size="compact-sm"
          variant={taken ? 'light' : 'default'}
          {...(taken ? { color: 'teal' } : {})}
          maw="100%"
          leftSection={taken ? <IconCheck size={14} aria-hidden /> : <IconBulb size={14} aria-hidden />}
          aria-pressed={taken}
          aria-label={t(taken ? 'proposal.taken' : 'proposal.take', { field: name, value: label })}
          aria-describedby={about}
          onClick={() => take(value)}
        >
          {/* Of several fields the label names each. */}
          {typeof value === 'object' ? label : t('proposal.pair', { field: name, value: label })} ·{' '}
          {percent(confidence)} %
        </Button>
      </Tooltip>
      <Text size="xs" c="dimmed" mt={2}>
        {[
          t('proposal.right', { right: measured.top1 }),
          reasons.length > 0 && t('proposal.because', { reasons: reasons.join(t('proposal.and')) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <VisuallyHidden id={about}>{t('proposal.right_long', measured)}</VisuallyHidden>
      {others.length > 0 && !taken && (
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {t('proposal.or')}
          </Text>
          {others.map((other) => (
            <Anchor
              key={other.label}
              component="button"
              type="button"
              size="xs"
              aria-label={t('proposal.take', { field: name, value: other.label })}
              onClick={() => take(other.value)}
            >
              {other.label} · {percent(other.confidence)} %
            </Anchor>
          ))}
        </Group>
      )}
    </div>
  );
}
