import { Alert, Badge, Group, Paper, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asText } from '../../../kernel/record/text.ts';
import type { ListPage, Whole } from '../../../kernel/web/contract.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { NodeLink } from './NodeLink.tsx';
import {
  useClasses,
  useComparison,
  useConfigurationWords,
  useIntact,
  useItemWords,
  type Comparison,
} from './configuration.web.ts';
import { useFieldName } from './reconciliation.web.ts';

const first = [
  'scope',
  'scopeClassId',
  'scopeRootId',
  'scopeDepth',
  'takenAt',
  'takenById',
  'items',
  'relations',
  'purpose',
];
const sections = { main: ({ record }: SectionProps) => <ComparisonPanel record={record} /> };

export default function BaselinePage() {
  return <RecordPage type="baseline" first={first} sections={sections} register />;
} // prettier-ignore

function ComparisonPanel({ record }: { readonly record: Whole }) {
  const t = useConfigurationWords();
  const [other, setOther] = useState('');
  const found = useComparison(record.number, other);
  const intact = useIntact(record.number);
  const others = useQuery({
    queryKey: [...keys.lists('baseline'), 'latest'],
    queryFn: ({ signal }) => api.get<ListPage>('/baselines?sort=-createdAt&limit=100', signal),
  });
  const choices = (others.data?.items ?? []).filter((row) => row.number !== record.number)
    .map((row) => ({ value: row.number, label: `${row.number} ${row.title}` }));
  return (
    <Paper p="md" component="section" aria-label={t('configuration.compare')}>
      <Group justify="space-between" mb="sm">
        <Group gap="sm">
          <Title order={2} size="h5">{t('configuration.compare')}</Title>
          {intact.data && <Badge color={intact.data.intact ? 'green' : 'red'} variant="light" tt="none">{t(intact.data.intact ? 'configuration.intact' : 'configuration.broken')}</Badge>}
        </Group>
        <Select size="xs" w={280} allowDeselect={false} aria-label={t('configuration.compare_with')} data={[{ value: '', label: t('configuration.now') }, ...choices]} value={other} onChange={(value) => setOther(value ?? '')} />
      </Group>
      {found.isPending ? <Loading /> : found.isError ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : <Differences found={found.data} />}
    </Paper>
  );
} // prettier-ignore

function Differences({ found }: { readonly found: Comparison }) {
  const t = useConfigurationWords();
  const nothing = [found.added, found.removed, found.changed, found.relationsAdded, found.relationsRemoved].every((list) => list.length === 0);
  if (nothing) return <Text size="sm" c="dimmed">{t('configuration.same')}</Text>;
  return (
    <Stack gap="md">
      {found.cut && <Alert color="orange">{t('configuration.cut')}</Alert>}
      <Changed found={found} />
      <Items title={t('configuration.added')} rows={found.added} />
      <Items title={t('configuration.removed')} rows={found.removed} />
      <Lines title={t('configuration.relations_added')} rows={found.relationsAdded} />
      <Lines title={t('configuration.relations_removed')} rows={found.relationsRemoved} />
    </Stack>
  );
} // prettier-ignore

const typeOf = (classKey: string) => (classKey === 'service' ? 'service' : 'ci');

function Changed({ found }: { readonly found: Comparison }) {
  const t = useConfigurationWords();
  const labels = useLabels();
  const fieldName = useFieldName();
  if (found.changed.length === 0) return null;
  const said = (value: unknown) => (value === null || value === undefined ? '–' : asText(value));
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>{t('configuration.changed')} ({found.changed.length})</Text>
      <Table verticalSpacing={4} aria-label={t('configuration.changed')}>
        <Table.Thead><Table.Tr><Table.Th>{t('configuration.target')}</Table.Th><Table.Th>{t('configuration.field')}</Table.Th><Table.Th>{t('configuration.before')}</Table.Th><Table.Th>{t('configuration.after')}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {found.changed.flatMap((row) => row.changes.map(({ field, before, after }, i) => (
            <Table.Tr key={`${row.number} ${field}`}>
              <Table.Td>{i === 0 && <NodeLink node={{ ...row, type: typeOf(row.classKey) }} />}</Table.Td>
              <Table.Td>{fieldName(field)}</Table.Td>
              <Table.Td c="dimmed">{field === 'state' ? labels.state(typeOf(row.classKey), said(before)) : said(before)}</Table.Td>
              <Table.Td>{field === 'state' ? labels.state(typeOf(row.classKey), said(after)) : said(after)}</Table.Td>
            </Table.Tr>
          )))}
        </Table.Tbody>
      </Table>
    </div>
  );
} // prettier-ignore

function Items({ title, rows }: { readonly title: string; readonly rows: Comparison['added'] }) {
  const labels = useLabels();
  const { keyName } = useClasses();
  if (rows.length === 0) return null;
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>{title} ({rows.length})</Text>
      <Table verticalSpacing={4} aria-label={title}>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.number}>
              <Table.Td><NodeLink node={{ ...row, type: typeOf(row.classKey) }} /></Table.Td>
              <Table.Td c="dimmed">{keyName(row.classKey)}</Table.Td>
              <Table.Td c="dimmed">{labels.state(typeOf(row.classKey), row.state)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
} // prettier-ignore

function Lines({ title, rows }: { readonly title: string; readonly rows: Comparison['relationsAdded'] }) {
  const item = useItemWords();
  if (rows.length === 0) return null;
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>{title} ({rows.length})</Text>
      <Table verticalSpacing={4} aria-label={title}>
        <Table.Tbody>
          {rows.map(({ from, kind, to }) => (
            <Table.Tr key={`${from?.number} ${kind} ${to?.number}`}>
              <Table.Td>{from && <NodeLink node={from} />}</Table.Td>
              <Table.Td c="dimmed">{item(`relation_kind.${kind}`)}</Table.Td>
              <Table.Td>{to && <NodeLink node={to} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
} // prettier-ignore
