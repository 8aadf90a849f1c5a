import { Anchor, Button, Group, Stack } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { ListPage, Row } from '../contract.ts';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { keys, useMetaType } from '../queries.ts';
import { Panel } from './Panel.tsx';

/** People, teams and the like are what is worked with; nothing is found in them that a record would not show. */
const never = new Set(['person', 'team', 'role-holder', 'calendar', 'organisation', 'category']);

/** Beside any record: what of a type (with `sourceId`) was begun from it, and the button that begins another. */
export function StartedHere(props: {
  readonly record: Pick<Row, 'id' | 'type'>;
  readonly type: string;
  readonly title: string;
  readonly begin: string;
  readonly icon: Icon;
  /** What the form of the new one starts with, besides its source. */
  readonly given?: Readonly<Record<string, string>>;
}) {
  const { record, type, title, begin, icon: Sign, given = {} } = props;
  const meta = useMetaType(type);
  const wanted = meta.visible === true && record.type !== type && !never.has(record.type);
  const page = useQuery({
    queryKey: [...keys.lists(type), 'from', record.id],
    queryFn: ({ signal }) =>
      api.get<ListPage>(
        `/${meta.plural}${writeQuery({ 'filter[sourceId]': record.id, limit: 50, sort: 'createdAt' })}`,
        signal,
      ),
    enabled: wanted,
  });
  if (!wanted) return null;
  const items = page.data?.items ?? [];
  const button = meta.create.allowed && (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<Sign size={15} aria-hidden />}
      renderRoot={(p) => (
        <Link {...p} to={paths.create(meta.plural)} search={{ sourceId: record.id, ...given } as never} />
      )}
    >
      {begin}
    </Button>
  );
  if (items.length === 0) return <Group px="xs">{button}</Group>;
  return (
    <Panel title={title} aside={button}>
      <Stack gap={8}>
        {items.map((item) => (
          <Group key={item.id} gap={8} wrap="nowrap">
            <StateBadge meta={meta} state={item.state} size="sm" />
            <Anchor
              size="sm"
              truncate
              style={{ flex: 1 }}
              renderRoot={(p) => <Link {...p} to={paths.record(meta.plural, item.number)} />}
            >
              {item.number} {item.title}
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
