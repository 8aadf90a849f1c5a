import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Paper,
  Stack,
  Switch,
  Table,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconLinkOff, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { NodeLink } from './NodeLink.tsx';
import {
  useClasses,
  useConfigurationWords,
  useItemWords,
  useRelations,
  type RelationRow,
} from './configuration.web.ts';

const AddRelation = lazy(() => import('./RelationDialogs.tsx').then((m) => ({ default: m.AddRelation })));
const EndRelation = lazy(() => import('./RelationDialogs.tsx').then((m) => ({ default: m.EndRelation })));

/** What the item hangs together with, both ways, and the editor of it. */
export function RelationsPanel({ record }: { readonly record: Whole }) {
  const t = useConfigurationWords();
  const [ended, setEnded] = useState(false);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<RelationRow>();
  const relations = useRelations(record.number, ended);
  const mayWrite = record.type === 'ci' && record.can['edit']?.ok === true;
  return (
    <Paper p="md" component="section" aria-label={t('configuration.relations')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('configuration.relations')}
        </Title>
        <Group gap="sm">
          <Switch size="xs" label={t('configuration.show_ended')} checked={ended} onChange={(e) => setEnded(e.currentTarget.checked)} />
          {mayWrite && (
            <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
              {t('configuration.add_relation')}
            </Button>
          )}
        </Group>
      </Group>
      {relations.isPending ? <Loading /> : relations.isError ? <ErrorState error={relations.error} retry={() => void relations.refetch()} />
        : <Rows rows={relations.data.items} onEnd={mayWrite ? setEnding : undefined} />}
      <Suspense>
        {adding && <AddRelation record={record} onClose={() => setAdding(false)} />}
        {ending && <EndRelation number={record.number} relation={ending} onClose={() => setEnding(undefined)} />}
      </Suspense>
    </Paper>
  );
} // prettier-ignore

function Rows({ rows, onEnd }: { readonly rows: readonly RelationRow[]; readonly onEnd: ((row: RelationRow) => void) | undefined }) {
  const t = useConfigurationWords();
  const item = useItemWords();
  const labels = useLabels();
  const format = useFormat();
  const { keyName } = useClasses();
  if (rows.length === 0) return <Text size="sm" c="dimmed">{t('configuration.no_relations')}</Text>;
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table verticalSpacing={6} aria-label={t('configuration.relations')}>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id} style={row.until === null ? {} : { opacity: 0.6 }}>
              <Table.Td w={150} c="dimmed">
                {item(row.direction === 'out' ? `relation_kind.${row.kind}` : `relation_kind_in.${row.kind}`)}
              </Table.Td>
              <Table.Td><NodeLink node={row.other} /></Table.Td>
              <Table.Td>
                <Stack gap={2}>
                  <Text size="xs" c="dimmed">{keyName(row.other.classKey)}</Text>
                  {row.redundancyGroup !== null && (
                    <Text size="xs" c="dimmed">{t('configuration.group_of', { group: row.redundancyGroup, needs: row.groupNeeds })}</Text>
                  )}
                </Stack>
              </Table.Td>
              <Table.Td><Badge variant="light" color="gray" tt="none" miw="max-content">{labels.state(row.other.type, row.other.state)}</Badge></Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed" title={format.full(row.since)}>
                  {t('configuration.since', { date: format.date(row.since) })}
                  {row.until === null ? '' : ` ${t('configuration.ended', { date: format.date(row.until) })}`}
                </Text>
              </Table.Td>
              <Table.Td w={36}>
                {row.source === 'service-catalogue' ? (
                  <Text size="xs" c="dimmed" title={t('configuration.from_catalogue')}>ⓘ</Text>
                ) : row.until === null && onEnd && (
                  <Tooltip label={t('configuration.end')}>
                    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`${t('configuration.end')}: ${row.other.title}`} onClick={() => onEnd(row)}>
                      <IconLinkOff size={15} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore
