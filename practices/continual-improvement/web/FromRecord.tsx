import { Anchor, Button, Group, Stack } from '@mantine/core';
import { IconTrendingUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ListPage } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import type { BesideProps } from '../../../kernel/web/practice-web.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useImprovementWords } from './improvement.web.ts';

const never = new Set([
  'person',
  'team',
  'role-holder',
  'calendar',
  'organisation',
  'category',
  'improvement',
]);

/** 10.2: from any record in one step, and what came of it before. */
export default function FromRecord({ record }: BesideProps) {
  const t = useImprovementWords();
  const meta = useMetaType('improvement');
  const wanted = meta.visible === true && !never.has(record.type);
  const page = useQuery({
    queryKey: [...keys.lists('improvement'), 'from', record.id],
    queryFn: ({ signal }) =>
      api.get<ListPage>(
        `/improvements${writeQuery({ 'filter[sourceId]': record.id, limit: 50, sort: 'createdAt' })}`,
        signal,
      ),
    enabled: wanted,
  });
  if (!wanted) return null;
  const items = page.data?.items ?? [];
  const propose = meta.create.allowed && (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconTrendingUp size={15} aria-hidden />}
      renderRoot={(p) => (
        <Link {...p} to={paths.create('improvements')} search={{ sourceId: record.id } as never} />
      )}
    >
      {t('improvement_page.propose')}
    </Button>
  );
  if (items.length === 0) return <Group px="xs">{propose}</Group>;
  return (
    <Panel title={t('improvement_page.from')} aside={propose}>
      <Stack gap={8}>
        {items.map((item) => (
          <Group key={item.id} gap={8} wrap="nowrap">
            <StateBadge meta={meta} state={item.state} size="sm" />
            <Anchor
              size="sm"
              truncate
              style={{ flex: 1 }}
              renderRoot={(p) => <Link {...p} to={paths.record('improvements', item.number)} />}
            >
              {item.number} {item.title}
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
