import { Anchor, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Exception } from '../../approval/exceptions.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useDeskT } from '../desk-words.ts';
import { paths } from '../paths.ts';
import { useLabels, useT } from '../words.ts';

/** What one person did where two are asked for, for those who answer for it. */
export default function Exceptions() {
  const desk = useDeskT();
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const found = useQuery({
    queryKey: ['sod-exceptions'],
    queryFn: ({ signal }) => api.get<{ items: readonly Exception[] }>('/sod-exceptions', signal),
  });
  useEffect(() => {
    document.title = `${desk('exceptions.title')} · Servanda`;
  }, [desk]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  const { items } = found.data;
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <div>
        <Title order={1} size="h3">{desk('exceptions.title')}</Title>
        <Text size="sm" c="dimmed">{desk('exceptions.hint')}</Text>
      </div>
      <Paper p="md">
        {items.length === 0 ? (
          <Empty title={desk('exceptions.none')} />
        ) : (
          <Table.ScrollContainer minWidth={720}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{desk('exceptions.when')}</Table.Th>
                  <Table.Th>{desk('exceptions.record')}</Table.Th>
                  <Table.Th>{desk('exceptions.act')}</Table.Th>
                  <Table.Th>{desk('exceptions.who')}</Table.Th>
                  <Table.Th>{desk('exceptions.why')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((item) => (
                  <Table.Tr key={item.seq}>
                    <Table.Td title={format.full(item.at)}>{format.dateTime(item.at)}</Table.Td>
                    <Table.Td>
                      <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record(item.plural, item.number)} />}>
                        {item.number} {item.title}
                      </Anchor>
                      <Text size="xs" c="dimmed">{labels.name(item.type)} · {labels.state(item.type, item.state)}</Text>
                    </Table.Td>
                    <Table.Td>{labels.action(item.type, item.action)}</Table.Td>
                    <Table.Td>{item.by ?? t('timeline.software')}</Table.Td>
                    <Table.Td>{item.reason?.startsWith('@') === true ? labels.key(item.reason.slice(1)) : item.reason}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Paper>
    </Stack>
  );
} // prettier-ignore
