import { Anchor, Badge, Paper, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useSystemWords, type Living } from './system.web.ts';

const tones = { unused: 'gray', silent: 'red', quiet: 'yellow', alive: 'teal' } as const;

/** Which practices live: a process that keeps no records has stopped. */
export function LivingTable({ living }: { readonly living: readonly Living[] }) {
  const t = useSystemWords();
  const labels = useLabels();
  const format = useFormat();
  const order: readonly Living['pulse'][] = ['silent', 'quiet', 'unused', 'alive'];
  const rows = living.toSorted((a, b) => order.indexOf(a.pulse) - order.indexOf(b.pulse) || (a.clauses[0] ?? '').localeCompare(b.clauses[0] ?? '', 'en', { numeric: true }));
  return (
    <Paper p="md" component="section" aria-label={t('management_system.living')}>
      <Title order={2} size="h5">{t('management_system.living')}</Title>
      <Text size="sm" c="dimmed" mb="xs">{t('management_system.living_hint')}</Text>
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing={5} highlightOnHover aria-label={t('management_system.living')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('management_system.practice')}</Table.Th>
              <Table.Th w={110} />
              <Table.Th>{t('management_system.last')}</Table.Th>
              <Table.Th ta="right">{t('management_system.month')}</Table.Th>
              <Table.Th ta="right">{t('management_system.before')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((one) => (
              <Table.Tr key={one.practice}>
                <Table.Td>
                  <Anchor size="sm" renderRoot={(p) => <Link {...p} to={`/${one.plural}`} />}>{labels.plural(one.type)}</Anchor>{' '}
                  <Text size="xs" c="dimmed" span>{one.clauses.join(' · ')}</Text>
                </Table.Td>
                <Table.Td><Badge color={tones[one.pulse]} variant="light">{t(`management_system.${one.pulse}`)}</Badge></Table.Td>
                <Table.Td>{one.last === null ? t('management_system.never') : format.date(one.last)}</Table.Td>
                <Table.Td ta="right">{one.month >= 10_000 ? '10 000+' : format.number(one.month)}</Table.Td>
                <Table.Td ta="right">{one.before >= 10_000 ? '10 000+' : format.number(one.before)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
} // prettier-ignore
