import { Anchor, Button, Group, Stack } from '@mantine/core';
import { IconAlertSquareRounded } from '@tabler/icons-react';
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
import { useNonconformityWords } from './nonconformity.web.ts';

/** People, teams and the like are what is worked with; nothing is found in them that a record would not show. */
const never = new Set([
  'person',
  'team',
  'role-holder',
  'calendar',
  'organisation',
  'category',
  'nonconformity',
]);

/** 10.1: from any record in one step, and what was raised from it before. */
export default function FromRecord({ record }: BesideProps) {
  const t = useNonconformityWords();
  const meta = useMetaType('nonconformity');
  const wanted = meta.visible === true && !never.has(record.type);
  const page = useQuery({
    queryKey: [...keys.lists('nonconformity'), 'from', record.id],
    queryFn: ({ signal }) =>
      api.get<ListPage>(
        `/nonconformities${writeQuery({ 'filter[sourceId]': record.id, limit: 50, sort: 'createdAt' })}`,
        signal,
      ),
    enabled: wanted,
  });
  if (!wanted) return null;
  const items = page.data?.items ?? [];
  const title = t('nonconformity_page.subject', { number: record.number, title: record.title }).slice(0, 200);
  const raise = meta.create.allowed && (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconAlertSquareRounded size={15} aria-hidden />}
      renderRoot={(p) => (
        <Link {...p} to={paths.create('nonconformities')} search={{ sourceId: record.id, title } as never} />
      )}
    >
      {t('nonconformity_page.raise')}
    </Button>
  );
  if (items.length === 0) return <Group px="xs">{raise}</Group>;
  return (
    <Panel title={t('nonconformity_page.from')} aside={raise}>
      <Stack gap={8}>
        {items.map((item) => (
          <Group key={item.id} gap={8} wrap="nowrap">
            <StateBadge meta={meta} state={item.state} size="sm" />
            <Anchor
              size="sm"
              truncate
              style={{ flex: 1 }}
              renderRoot={(p) => <Link {...p} to={paths.record('nonconformities', item.number)} />}
            >
              {item.number} {item.title}
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
