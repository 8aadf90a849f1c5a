import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../platform/ui/api.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useLabels, useT } from '../words.ts';
import { blockOf, plainKey } from './report-shape.ts';
import { ReportTable, useCell } from './ReportTable.tsx';

/** What was imported, told from the records and the trail: single figures first, then one table for each breakdown. */
export default function Report({ id }: { id: string }) {
  const t = useT();
  const labels = useLabels();
  const cell = useCell();
  const report = useQuery({
    queryKey: ['imports', id, 'report'],
    queryFn: ({ signal }) => api.get<Readonly<Record<string, unknown>>>(`/imports/${id}/report`, signal),
    staleTime: Infinity,
  });
  if (report.isPending) return <Loading />;
  if (report.isError) return <ErrorState error={report.error} retry={() => void report.refetch()} />;
  const blocks = Object.entries(report.data).map(([key, value]) => ({
    key,
    name: labels.key(`import_report.${plainKey(key)}`, labels.key(plainKey(key))),
    block: blockOf(key, value),
  }));
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
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="md" verticalSpacing="sm">
          {blocks.map(({ key, name, block }) =>
            block.kind === 'single' ? (
              <div key={key}>
                <Text size="xs" c="dimmed">
                  {name}
                </Text>
                <Text size="md" fw={600}>
                  {cell(block.value)}
                </Text>
              </div>
            ) : null,
          )}
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xl" verticalSpacing="lg">
          {blocks.map(({ key, name, block }) =>
            block.kind === 'table' ? <ReportTable key={key} title={name} table={block} /> : null,
          )}
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
