import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Whole } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useAlike, useNonconformityWords } from './nonconformity.web.ts';

/** Was it there before? Others of the same requirement, record or cause. */
export function AlikePanel({ record }: { record: Whole }) {
  const t = useNonconformityWords();
  const format = useFormat();
  const meta = useMetaType('nonconformity');
  const items = useAlike(record.number).data?.items;
  if (!items) return null;
  return (
    <Panel title={t('nonconformity_page.alike')}>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('nonconformity_page.alike_none')}
        </Text>
      )}
      <Stack gap={10}>
        {items.map((one) => (
          <div key={one.number}>
            <Group gap={8} wrap="nowrap">
              <StateBadge meta={meta} state={one.state} size="sm" />
              <Anchor
                size="sm"
                truncate
                style={{ flex: 1 }}
                renderRoot={(p) => <Link {...p} to={paths.record('nonconformities', one.number)} />}
              >
                {one.number} {one.title}
              </Anchor>
            </Group>
            <Text size="xs" c="dimmed">
              {[format.date(one.createdAt), ...one.why.map((why) => t(`nonconformity_page.why.${why}`))].join(
                ' · ',
              )}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
