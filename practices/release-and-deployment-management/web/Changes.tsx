import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { text, type Whole } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useCarried, type Carried } from './release.web.ts';
import { useT } from './useT.ts';

/** The changes that it carries: where each stands, and whether their windows lie in its own. */
export function Changes({ record }: { readonly record: Whole }) {
  const t = useT();
  const changes = useCarried(record).data?.items ?? [];
  if (changes.length === 0) return null;
  return (
    <Panel title={t('release_page.changes')}>
      <Stack gap="sm">
        {changes.map((one) => (
          <One
            key={one.id}
            one={one}
            from={text(record, 'plannedStartAt')}
            to={text(record, 'plannedEndAt')}
          />
        ))}
      </Stack>
    </Panel>
  );
}

function One({ one, from, to }: { readonly one: Carried; readonly from: string; readonly to: string }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const meta = useMetaType('change');
  const { number, title, state, category, riskLevel, plannedStartAt, plannedEndAt } = one;
  const apart = plannedStartAt !== null && plannedEndAt !== null && from !== '' && to !== '' && (Date.parse(plannedStartAt) > Date.parse(to) || Date.parse(plannedEndAt) < Date.parse(from));
  const said = [
    category === null ? '' : labels.option('change', 'category', category),
    riskLevel === null ? '' : `${labels.field('change', 'riskLevel')}: ${labels.option('change', 'riskLevel', riskLevel)}`,
    plannedStartAt === null || plannedEndAt === null ? '' : `${format.dateTime(plannedStartAt)} – ${format.dateTime(plannedEndAt)}`,
  ].filter((words) => words !== '');
  return (
    <Group justify="space-between" gap="md" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('changes', number)} />}>{number} {title}</Anchor>
        <Text size="xs" c="dimmed">{said.join(' · ')}</Text>
      </div>
      <Group gap={6} wrap="nowrap" style={{ flex: 'none' }}>
        {apart && <Badge color="orange">{t('release_page.other_window')}</Badge>}
        <StateBadge meta={meta} state={state} size="sm" />
      </Group>
    </Group>
  );
} // prettier-ignore
