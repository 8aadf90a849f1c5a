import { Anchor, Badge, Container, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useWatchRules, useWatchWords, wideKey, type WatchRule } from './watch.web.ts';

/** Every rule over the running work, with the requirement it serves and what it has found. */
export default function WatchPage() {
  const t = useWatchWords();
  const format = useFormat();
  const rules = useWatchRules();
  if (rules.isPending) return <Loading />;
  if (rules.isError) return <ErrorState error={rules.error} retry={() => void rules.refetch()} />;
  const { since, items } = rules.data;
  const worst = items.toSorted((a, b) => b.open - a.open || b.total - a.total);
  return (
    <Container size="lg" py="md">
      <Stack gap="md">
        <Group justify="space-between" align="flex-end">
          <div>
            <Title order={1} size="h3">
              {t('control_watch.title')}
            </Title>
            <Text size="sm" c="dimmed" maw={720}>
              {t('control_watch.about')}{' '}
              {since !== null && t('control_watch.since', { date: format.date(since) })}
            </Text>
          </div>
          <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/lapses" />}>
            {t('control_watch.all')}
          </Anchor>
        </Group>
        <Paper p={0}>
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing="sm" highlightOnHover aria-label={t('control_watch.rules')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('control_watch.what')}</Table.Th>
                  <Table.Th>{t('control_watch.requirement')}</Table.Th>
                  <Table.Th ta="right">{t('control_watch.open')}</Table.Th>
                  <Table.Th ta="right">{t('control_watch.total')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {worst.map((rule) => (
                  <Row key={rule.rule} rule={rule} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      </Stack>
    </Container>
  );
}

function Row({ rule }: { rule: WatchRule }) {
  const t = useWatchWords();
  const of = { 'filter[rule]': rule.rule };
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">{rule.demand ?? t(`control_watch.wide.${wideKey(rule.rule)}`)}</Text>
      </Table.Td>
      <Table.Td>
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to={`/readiness/${rule.requirement}`} />}>
          {rule.requirement}
        </Anchor>
      </Table.Td>
      <Table.Td ta="right">
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/lapses" search={{ ...of, 'filter[open]': 'true' }} />}>
          {rule.open > 0 ? <Badge color="red">{rule.open}</Badge> : '0'}
        </Anchor>
      </Table.Td>
      <Table.Td ta="right">
        <Anchor size="sm" renderRoot={(p) => <Link {...p} to="/lapses" search={of} />}>
          {rule.total}
        </Anchor>
      </Table.Td>
    </Table.Tr>
  );
} // prettier-ignore
