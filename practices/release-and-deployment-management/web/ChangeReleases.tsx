import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import type { BesideProps } from '../../../kernel/web/practice-web.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useChangeReleases } from './release.web.ts';
import { useT } from './useT.ts';

/** Beside a change: the releases that carry it. A change that none carries has no such panel. */
export default function ChangeReleases({ record }: BesideProps) {
  const t = useT();
  const format = useFormat();
  const meta = useMetaType('release');
  const releases = useChangeReleases(record.number).data?.items ?? [];
  if (releases.length === 0) return null;
  return (
    <Panel title={t('release_page.releases')}>
      <Stack gap="sm">
        {releases.map(({ id, number, title, state, plannedStartAt, plannedEndAt }) => (
          <div key={id}>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Anchor
                size="sm"
                fw={500}
                renderRoot={(p) => <Link {...p} to={paths.record('releases', number)} />}
              >
                {number}
              </Anchor>
              <StateBadge meta={meta} state={state} size="sm" />
            </Group>
            <Text size="sm" lineClamp={2}>
              {title}
            </Text>
            {plannedStartAt !== null && plannedEndAt !== null && (
              <Text size="xs" c="dimmed">
                {format.dateTime(plannedStartAt)} – {format.dateTime(plannedEndAt)}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
