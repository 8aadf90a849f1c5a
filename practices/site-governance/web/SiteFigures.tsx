import { Anchor, Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { useAmount, type Figure } from '../../../kernel/web/dashboard/measures.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useSiteWords } from './site.web.ts';

type Kpi = {
  readonly measure: string;
  readonly name: string;
  readonly met: boolean | null;
  readonly figure: Figure | null;
};
type Goals = { readonly goals: readonly { readonly goal: string; readonly kpis: readonly Kpi[] }[] };

/** The figures of the four goals, of this site and of all of them. */
const useGoals = (site: string | undefined) =>
  useQuery({
    queryKey: ['management-system', 'scorecard', site ?? ''],
    queryFn: ({ signal }) => api.get<Goals>(`/management-system/scorecard${writeQuery({ site })}`, signal),
  });

export function SiteFigures({ siteId }: { siteId: string }) {
  const t = useSiteWords();
  const here = useGoals(siteId).data?.goals.flatMap(({ kpis }) => kpis) ?? [];
  const everywhere = useGoals(undefined).data?.goals.flatMap(({ kpis }) => kpis) ?? [];
  return (
    <Paper p="md" component="section" aria-label={t('site_page.stands.figures')}>
      <Title order={2} size="h5">{t('site_page.stands.figures')}</Title>
      <Text size="xs" c="dimmed">{t('site_page.stands.figures_hint')}</Text>
      <Table.ScrollContainer minWidth={420}>
        <Table verticalSpacing={5} mt={6} aria-label={t('site_page.stands.figures')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('site_page.stands.figure')}</Table.Th>
              <Table.Th ta="right">{t('site_page.stands.here')}</Table.Th>
              <Table.Th ta="right">{t('site_page.stands.everywhere')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {everywhere.map((kpi) => (
              <Table.Tr key={kpi.measure}>
                <Table.Td><Text size="sm">{kpi.name}</Text></Table.Td>
                <Table.Td ta="right"><Value kpi={here.find(({ measure }) => measure === kpi.measure)} /></Table.Td>
                <Table.Td ta="right"><Value kpi={kpi} /></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
} // prettier-ignore

function Value({ kpi }: { kpi: Kpi | undefined }) {
  const amount = useAmount();
  const figure = kpi?.figure;
  if (!figure || figure.value === null) return <Text size="sm" c="dimmed">–</Text>;
  const { records, unit, value, n } = figure;
  const tone = kpi?.met === false ? 'red' : '';
  return (
    <>
      {records.all === undefined ? <Text size="sm">{amount(unit, value)}</Text> : (
        <Anchor size="sm" c={tone} renderRoot={(p) => <Link {...p} {...recordsLink(records.all ?? '')} />}>{amount(unit, value)}</Anchor>
      )}{' '}
      <Text size="xs" c="dimmed" span>n = {n}</Text>
    </>
  );
} // prettier-ignore
