import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconList, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useContext, useEffect } from 'react';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import type { Figure } from '../../../kernel/web/dashboard/measures.ts';
import { text, type ListPage } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat, ZoneContext } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useWords } from '../../../platform/ui/words.ts';
import { fromWall, today } from '../../../platform/ui/zoned.ts';
import type words from '../i18n/renewal.en.ts';

const useT = useWords<typeof words>;
const type = 'contract-renewal';
const key = 'contract_renewal.retention';

/** The day of the year before or after, as a calendar writes it. */
const yearsFrom = (day: string, years: number) =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace('-02-29', '-02-28');

function useRetention(years: number) {
  const zone = useContext(ZoneContext);
  const last = today(zone);
  const at = (day: string) => fromWall(`${day} 00:00:00`, zone);
  const period = { from: at(yearsFrom(last, years - 1)), to: at(yearsFrom(last, years)) };
  return useQuery({
    queryKey: [...keys.lists(type), 'retention', period],
    queryFn: ({ signal }) => api.get<{ items: readonly Figure[] }>(`/measures${writeQuery({ key, ...period })}`, signal),
  });
} // prettier-ignore

/** Whether customers stay: this year and the one before, what is to be decided, and every contract behind the figure. */
export default function RetentionPage() {
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const meta = useMetaType(type);
  const now = useRetention(0);
  const before = useRetention(-1);
  const list = useQuery({
    queryKey: [...keys.lists(type), 'newest'],
    queryFn: ({ signal }) => api.get<ListPage>(`/contract-renewals${writeQuery({ limit: 100 })}`, signal),
  });
  useEffect(() => {
    document.title = `${labels.plural(type)} · Servanda`;
  }, [labels]);
  const error = now.error ?? before.error ?? list.error;
  if (error) return <ErrorState error={error} />;
  if (!now.data || !before.data || !list.data) return <Loading minHeight={420} />;
  const rows = list.data.items.toSorted((a, b) => (text(a, 'termEndsOn') < text(b, 'termEndsOn') ? 1 : -1));
  const { refs } = list.data;
  return (
    <Stack p="md" gap="sm">
      <Group justify="space-between" gap="sm">
        <Title order={1} size="h3">{labels.plural(type)}</Title>
        <Group gap={8}>
          <Button variant="default" leftSection={<IconList size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.queue('contract-renewals')} />}>{t('renewal_page.show')}</Button>
          {meta.create.allowed && <Button leftSection={<IconPlus size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.create('contract-renewals')} />}>{labels.createTitle(type)}</Button>}
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Tile title={t('renewal_page.months')} figure={now.data.items[0]} />
        <Tile title={t('renewal_page.before')} figure={before.data.items[0]} />
      </SimpleGrid>
      <Paper p="md" component="section" aria-label={labels.plural(type)}>
        {rows.length === 0 && <Text size="sm" c="dimmed">{t('renewal_page.empty')}</Text>}
        {rows.length > 0 && <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                {['termEndsOn', 'title', 'customerId', 'state', 'newTermEndsOn', 'lostBecause'].map((field) => <Table.Th key={field}>{labels.field(type, field)}</Table.Th>)}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.day(text(row, 'termEndsOn'))}</Table.Td>
                  <Table.Td><Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('contract-renewals', row.number)} />}>{row.title}</Anchor></Table.Td>
                  <Table.Td>{refs[row.customerId ?? '']?.title ?? '–'}</Table.Td>
                  <Table.Td><StateBadge meta={meta} state={row.state} size="sm" /></Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>{text(row, 'newTermEndsOn') === '' ? '–' : format.day(text(row, 'newTermEndsOn'))}</Table.Td>
                  <Table.Td>{text(row, 'lostBecause') === '' ? '–' : labels.option(type, 'lostBecause', text(row, 'lostBecause'))}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>}
      </Paper>
    </Stack>
  );
} // prettier-ignore

function Tile({ title, figure }: { readonly title: string; readonly figure: Figure | undefined }) {
  const t = useT();
  const format = useFormat();
  if (!figure) return null;
  const { value, n, numerator = 0, excluded = 0, formula, records } = figure;
  const counted = t('renewal_page.of', { k: numerator, n });
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Text size="sm" c="dimmed">{t('renewal_page.retention')} · {title}</Text>
      <Group gap={10} align="baseline">
        <Text fz={30} fw={650} lh={1.3}>{value === null ? t('renewal_page.none') : format.percent(value / 100)}</Text>
        {records.all === undefined ? <Text size="sm">{counted}</Text> : <Anchor size="sm" renderRoot={(p) => <Link {...p} {...recordsLink(records.all ?? '')} />}>{counted}</Anchor>}
      </Group>
      {excluded > 0 && <Text size="xs" c="dimmed">{t('renewal_page.undecided', { n: excluded })}</Text>}
      <Text size="xs" c="dimmed" mt={4}>{formula}</Text>
    </Paper>
  );
} // prettier-ignore
