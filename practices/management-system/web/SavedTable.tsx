import { Anchor, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { useOutcomeWords, type Adoption } from './outcomes.web.ts';

/** Each saving with its formula, its figures put in, and what comes out. */
export function SavedTable({ saved }: { saved: Adoption['saved'] }) {
  const t = useOutcomeWords();
  const format = useFormat();
  const computed = ({ n, usualMs, withMs }: Adoption['saved'][number]) => {
    const given = { n: format.number(n), usual: format.hours(usualMs ?? 0) };
    return withMs === null ? t('outcomes.adoption.sum_alone', given) : t('outcomes.adoption.sum', { ...given, quick: format.hours(withMs) });
  };
  return (
    <Paper p="md" component="section" aria-label={t('outcomes.adoption.saved')}>
      <Title order={2} size="h5">{t('outcomes.adoption.saved')}</Title>
      <Text size="xs" c="dimmed" mb={6}>{t('outcomes.adoption.saved_hint')}</Text>
      <Table.ScrollContainer minWidth={620}>
        <Table verticalSpacing={6} aria-label={t('outcomes.adoption.saved')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('outcomes.adoption.what')}</Table.Th>
              <Table.Th>{t('outcomes.adoption.computed')}</Table.Th>
              <Table.Th ta="right" w={170}>{t('outcomes.adoption.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {saved.map((one) => (
              <Table.Tr key={one.key}>
                <Table.Td>
                  <Text size="sm">{t(`outcomes.adoption.kind.${one.key}`)}</Text>
                  {one.records !== null && one.n > 0 && <Anchor size="xs" renderRoot={(p) => <Link {...p} {...recordsLink(one.records ?? '')} />}>{t('outcomes.adoption.records')}</Anchor>}
                </Table.Td>
                <Table.Td>
                  {one.savedMs !== null && <Text size="sm">{computed(one)}</Text>}
                  <Text size="xs" c="dimmed">{t(`outcomes.adoption.computed_by.${one.key}`)}</Text>
                </Table.Td>
                <Table.Td ta="right">
                  {one.savedMs === null ? <Text size="sm" c="dimmed">{t('outcomes.adoption.too_little')}</Text> : (
                    <>
                      <Text size="sm" fw={600} c={one.savedMs < 0 ? 'red' : ''}>
                        {one.savedMs < 0 ? t('outcomes.adoption.longer', { time: format.hours(one.savedMs) }) : format.hours(one.savedMs)}
                      </Text>
                      <Text size="xs" c="dimmed">{t(`outcomes.adoption.whose.${one.whose}`)}</Text>
                    </>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
} // prettier-ignore

/** What was promised and came quickly: shown first to who doubts. */
export function Wins({ wins }: { wins: Adoption['wins'] }) {
  const t = useOutcomeWords();
  const format = useFormat();
  return (
    <Paper p="md" component="section" aria-label={t('outcomes.adoption.wins')}>
      <Title order={2} size="h5">{t('outcomes.adoption.wins')}</Title>
      <Text size="xs" c="dimmed" mb={6}>{t('outcomes.adoption.wins_hint')}</Text>
      {wins.length === 0 ? <Text size="sm" c="dimmed">{t('outcomes.adoption.wins_none')}</Text> : (
        <Stack gap={6}>
          {wins.map(({ number, title, unit, before, after, days }) => (
            <Text key={number} size="sm">
              <Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('improvements', number)} />}>{title}</Anchor>{' '}
              <Text size="xs" c="dimmed" span>
                {before !== null && after !== null ? `${t('outcomes.adoption.from_to', { before: format.number(before), after: format.number(after), unit: unit ?? '' }).trim()} · ` : ''}
                {t('outcomes.adoption.win_days', { count: days })}
              </Text>
            </Text>
          ))}
        </Stack>
      )}
    </Paper>
  );
} // prettier-ignore
