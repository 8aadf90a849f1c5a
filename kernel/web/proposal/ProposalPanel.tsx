import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconLink } from '@tabler/icons-react';
import type { MetaType, Similar } from '../contract.ts';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { ProposalChips } from './ProposalChips.tsx';
import { useProposalT } from './proposals.ts';
import type { Proposing } from './useProposals.ts';
import { useLikeness } from './useLikeness.ts';

/** Beside a form: what is proposed for it, and the records that are like it. */
export function ProposalPanel(props: {
  readonly meta: MetaType;
  readonly proposing: Proposing;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onTake: (values: Readonly<Record<string, unknown>>) => void;
}) {
  const { meta, proposing, values, onTake } = props;
  const t = useProposalT();
  const { items, similar } = proposing;
  return (
    <>
      {items.length > 0 && (
        <Paper p="md">
          <Title order={2} size="h5">
            {t('proposal.title')}
          </Title>
          <Text size="xs" c="dimmed" mb="sm">
            {t('proposal.hint')}
          </Text>
          <ProposalChips meta={meta} items={items} values={values} onTake={onTake} />
        </Paper>
      )}
      {similar.length > 0 && (
        <Paper p="md" component="section" aria-label={t('proposal.similar')} aria-live="polite">
          <Title order={2} size="h5">
            {t('proposal.similar')}
          </Title>
          <Text size="xs" c="dimmed" mb="sm">
            {t('proposal.similar_hint')}
          </Text>
          <Stack gap={10}>
            {similar.map((item) => (
              <SimilarRow key={item.number} meta={meta} item={item} proposing={proposing} />
            ))}
          </Stack>
        </Paper>
      )}
    </>
  );
}

function SimilarRow(props: {
  readonly meta: MetaType;
  readonly item: Similar;
  readonly proposing: Proposing;
}) {
  const { meta, item, proposing } = props;
  const t = useProposalT();
  const likeness = useLikeness();
  const linked = proposing.linked.includes(item.number);
  return (
    <div>
      <Group gap={8} wrap="nowrap" align="flex-start" justify="space-between">
        <Anchor
          size="sm"
          href={paths.record(meta.plural, item.number)}
          // In another tab: what is half written here stays.
          target="_blank"
          rel="noreferrer"
          lineClamp={2}
          style={{ minWidth: 0 }}
        >
          {item.title}
        </Anchor>
        <Button
          size="compact-xs"
          variant={linked ? 'light' : 'subtle'}
          {...(linked ? { color: 'teal' } : {})}
          style={{ flexShrink: 0 }}
          leftSection={linked ? <IconCheck size={12} aria-hidden /> : <IconLink size={12} aria-hidden />}
          aria-pressed={linked}
          aria-label={t('proposal.link_hint', { number: item.number })}
          onClick={() => proposing.toggleLink(item.number)}
        >
          {t(linked ? 'proposal.link_on' : 'proposal.link')}
        </Button>
      </Group>
      <Group gap={6}>
        <Text size="xs" c="dimmed">
          {item.number}
        </Text>
        <StateBadge meta={meta} state={item.state} size="sm" />
      </Group>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {likeness(item)}
      </Text>
    </div>
  );
}
