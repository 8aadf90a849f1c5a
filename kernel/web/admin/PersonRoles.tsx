import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useContext, type ReactNode } from 'react';
import { api } from '../../../platform/ui/api.ts';
import { useFormat, ZoneContext } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { ErrorState } from '../../../platform/ui/States.tsx';
import { today } from '../../../platform/ui/zoned.ts';
import { value, type ListPage, type Refs, type Row } from '../contract.ts';
import { paths } from '../paths.ts';
import { keys, useMetaType } from '../queries.ts';
import { useLabels, useT } from '../words.ts';

/** Records in use whose field points to this person. */
function usePointing(type: string, plural: string, field: string, person: Row) {
  const query = writeQuery({ [`filter[${field}]`]: person.id, 'filter[open]': 'true', limit: 200 });
  return useQuery({
    queryKey: [...keys.lists(type), query],
    queryFn: ({ signal }) => api.get<ListPage>(`/${plural}${query}`, signal),
  });
}

function Section(props: {
  readonly title: string;
  readonly none: string;
  readonly list: ReturnType<typeof usePointing>;
  readonly action?: ReactNode;
  readonly children: (row: Row, refs: Refs) => ReactNode;
}) {
  const { title, none, list, action, children } = props;
  const items = list.data?.items ?? [];
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        {action}
      </Group>
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      <Stack gap={8}>{items.map((row) => children(row, list.data?.refs ?? {}))}</Stack>
      {list.isSuccess && items.length === 0 && (
        <Text size="xs" c="dimmed">
          {none}
        </Text>
      )}
    </Paper>
  );
}

/** Which roles the person holds, from when to when, and where. */
export function PersonRoles({ person }: { person: Row }) {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const zone = useContext(ZoneContext);
  const list = usePointing('role-holder', 'role-holders', 'personId', person);
  const mayAdd = useMetaType('role-holder').create.allowed && person.state === 'active';
  const day = (row: Row, key: string) => {
    const date = value(row, key);
    return typeof date === 'string' ? format.day(date) : undefined;
  };
  const when = (row: Row) => {
    const [from, to] = [day(row, 'validFrom'), day(row, 'validTo')];
    if (to !== undefined) return `${from ?? ''} – ${to}`;
    return from === undefined ? '' : t('person_page.since', { from });
  };
  return (
    <Section
      title={t('person_page.roles')}
      none={t('person_page.no_roles')}
      list={list}
      action={
        mayAdd && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            renderRoot={(p) => (
              <Link
                {...p}
                to={paths.create('role-holders')}
                search={{ personId: person.id, title: person.title, validFrom: today(zone) }}
              />
            )}
          >
            {t('person_page.add_role')}
          </Button>
        )
      }
    >
      {(row, refs) => {
        const unit = refs[String(value(row, 'unitId'))]?.title;
        return (
          <div key={row.id}>
            <Anchor
              size="sm"
              renderRoot={(p) => <Link {...p} to={paths.record('role-holders', row.number)} />}
            >
              {labels.role(String(value(row, 'role')))}
            </Anchor>
            <Text size="xs" c="dimmed">
              {[unit, when(row)].filter(Boolean).join(' · ')}
            </Text>
          </div>
        );
      }}
    </Section>
  );
}

export function PersonTeams({ person }: { person: Row }) {
  const t = useT();
  const list = usePointing('team', 'teams', 'memberIds', person);
  return (
    <Section title={t('person_page.teams')} none={t('person_page.no_teams')} list={list}>
      {(row) => (
        <Group key={row.id} gap={6}>
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('teams', row.number)} />}>
            {row.title}
          </Anchor>
          {value(row, 'leadId') === person.id && (
            <Text size="xs" c="dimmed">
              {t('person_page.leads')}
            </Text>
          )}
        </Group>
      )}
    </Section>
  );
}
