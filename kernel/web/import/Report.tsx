import { Anchor, Group, Paper, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { asText } from '../field/text.ts';
import { useLabels, useT } from '../words.ts';

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was imported, told from the records and the trail: single figures first, then one table for each breakdown. */
export default function Report({ id }: { id: string }) {
  const t = useT();
  const labels = useLabels();
  const report = useQuery({
    queryKey: ['imports', id, 'report'],
    queryFn: ({ signal }) => api.get<Readonly<Record<string, unknown>>>(`/imports/${id}/report`, signal),
    staleTime: Infinity,
  });
  if (report.isPending) return <Loading />;
  if (report.isError) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  const entries = Object.entries(report.data);
  const single = entries.filter(([, value]) => !isTable(value));
  const tables = entries.filter(([, value]) => isTable(value));
  return (
    <Paper p="md" component="section" aria-label={t('imports.report')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {t('imports.report')}
        </Title>
        <Anchor size="sm" href={`/api/v1/imports/${id}/report`} download={`import-${id}.json`}>
          {t('imports.report_json')}
        </Anchor>
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg">
        <Figures title={t('imports.totals')} rows={single} />
        {tables.map(([key, value]) => (
          <Figures
            key={key}
            title={labels.key(`import_report.${key}`)}
            rows={isTable(value) ? Object.entries(value) : []}
          />
        ))}
      </SimpleGrid>
    </Paper>
  );
}

function Figures({ title, rows }: { title: string; rows: readonly (readonly [string, unknown])[] }) {
  const labels = useLabels();
  const format = useFormat();
  const shown = (value: unknown): string => {
    if (typeof value === 'number') return Number.isInteger(value) ? format.number(value) : String(value);
    if (Array.isArray(value)) return value.map(shown).join(' · ');
    if (isTable(value)) {
      return Object.entries(value)
        .map(([key, part]) => `${key} ${shown(part)}`)
        .join(' · ');
    }
    return asText(value);
  };
  if (rows.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Table verticalSpacing={2} aria-label={title}>
        <Table.Tbody>
          {rows.map(([key, value]) => (
            <Table.Tr key={key}>
              <Table.Td>{/[A-Z\d]/.test(key) ? key : labels.key(`import_report.${key}`)}</Table.Td>
              <Table.Td ta="right">{shown(value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
