import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { ListPage, MetaType, Row } from '../contract.ts';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { keys, useMeta } from '../queries.ts';
import { Panel } from './Panel.tsx';

type Props = {
  readonly type: string;
  /** Its field that holds this record's id. */
  readonly field: string;
  readonly id: string;
  readonly title: string;
  readonly none?: string;
  /** The words of the button that makes one, and what its form begins with. */
  readonly add?: { readonly label: string; readonly search: Readonly<Record<string, string>> };
  /** What stands behind each title. */
  readonly aside?: (row: Row) => string;
};

/** Records of another type that name this one, with a way to make another. Nothing where that type is not to be seen. */
export function PointingHere(props: Props) {
  const meta = useMeta().types.find(({ type }) => type === props.type);
  return meta?.visible === true ? <Found {...props} meta={meta} /> : null;
}

function Found(props: Props & { readonly meta: MetaType }) {
  const { meta, type, field, id, title, none, add, aside } = props;
  const page = useQuery({
    queryKey: [...keys.lists(type), 'pointing', field, id],
    queryFn: ({ signal }) =>
      api.get<ListPage>(`/${meta.plural}${writeQuery({ [`filter[${field}]`]: id, limit: 50, sort: 'createdAt' })}`, signal),
  });
  const items = page.data?.items ?? [];
  const mayAdd = add !== undefined && meta.create.allowed;
  if (!mayAdd && none === undefined && items.length === 0) return null;
  return (
    <Panel
      title={title}
      aside={
        mayAdd && (
          <Button
            variant="light"
            renderRoot={(p) => <Link {...p} to={paths.create(meta.plural)} search={add.search as never} />}
          >
            {add.label}
          </Button>
        )
      }
    >
      {page.isSuccess && items.length === 0 && <Text size="sm" c="dimmed">{none}</Text>}
      <Stack gap={8}>
        {items.map((item) => (
          <Group key={item.id} gap={8} wrap="nowrap">
            <StateBadge meta={meta} state={item.state} size="sm" />
            <Anchor size="sm" truncate style={{ flex: 1 }} renderRoot={(p) => <Link {...p} to={paths.record(meta.plural, item.number)} />}>
              {item.title}
            </Anchor>
            {aside !== undefined && <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>{aside(item)}</Text>}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore
