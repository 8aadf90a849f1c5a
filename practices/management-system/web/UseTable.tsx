import { Anchor, Group, Paper, Progress, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useOutcomeWords, type Adoption, type Use } from './outcomes.web.ts';

/** How many of each group did something; of teams also how much they solved with what is known. */
export function UseTable(props: {
  readonly title: string;
  readonly rows: readonly Use[];
  readonly name: (row: Use) => string;
  readonly reuse?: Adoption['reuse'];
}) {
  const { title, rows, name, reuse } = props;
  const t = useOutcomeWords();
  const format = useFormat();
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb={6}>{title}</Title>
      {rows.length === 0 ? <Text size="sm" c="dimmed">{t('outcomes.adoption.none')}</Text> : (
        <Table.ScrollContainer minWidth={reuse ? 440 : 300}>
          <Table verticalSpacing={5} aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{title}</Table.Th>
                <Table.Th w={170}>{t('outcomes.adoption.share')}</Table.Th>
                {reuse && <Table.Th ta="right" w={130}>{t('outcomes.adoption.solved')}</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => {
                const own = reuse?.find(({ teamId }) => teamId === row.key);
                return (
                  <Table.Tr key={row.key}>
                    <Table.Td><Text size="sm">{name(row)}</Text></Table.Td>
                    <Table.Td>
                      <Group gap={8} wrap="nowrap">
                        <Progress value={(row.active / Math.max(row.people, 1)) * 100} style={{ flex: 1 }} size="sm" aria-hidden />
                        <Text size="xs" miw={64} ta="right">{t('outcomes.adoption.of', { active: row.active, people: row.people })}</Text>
                      </Group>
                    </Table.Td>
                    {reuse && (
                      <Table.Td ta="right">
                        {own === undefined || own.value === null || own.records === null ? <Text size="sm" c="dimmed">–</Text> : (
                          <Anchor size="sm" title={t('outcomes.adoption.solved_hint', { numerator: own.numerator, n: own.n })} renderRoot={(p) => <Link {...p} {...recordsLink(own.records ?? '')} />}>
                            {format.percent(own.value / 100)}
                          </Anchor>
                        )}
                      </Table.Td>
                    )}
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
} // prettier-ignore
