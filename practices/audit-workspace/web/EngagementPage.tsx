import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { list, type Whole } from '../../../kernel/web/contract.ts';
import { endpoints } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { Interview } from '../engagement.fields.ts';
import { useAuditWords, type ShownPage } from './audit.web.ts';
import { overrides } from './overrides.tsx';

const first = ['kind', 'body', 'auditorIds', 'periodFrom', 'periodTo', 'accessFrom', 'accessTo', 'clauses', 'processes', 'unitIds', 'purpose']; // prettier-ignore
const sections = {
  main: ({ record }: SectionProps) => <Interviews record={record} />,
  below: ({ record }: SectionProps) => <ShownLog record={record} />,
};

export default function EngagementPage() {
  return (
    <RecordPage type="audit-engagement" first={first} hidden={['interviews']} overrides={overrides} sections={sections}
      primary={['open', 'extend', 'end']} register />
  );
} // prettier-ignore

function Interviews({ record }: { record: Whole }) {
  const t = useAuditWords();
  const format = useFormat();
  const asked = list(record, 'interviews') as readonly Interview[];
  if (asked.length === 0) return null;
  return (
    <Panel title={t('audit.interviews')}>
      <Stack gap="sm">
        {asked.map((one) => (
          <div key={one.at}>
            <Text size="xs" c="dimmed">
              {[one.requirement, one.asked, format.dateTime(one.at), one.result != null && t(`audit_engagement.option.result.${one.result}`)].filter(Boolean).join(' · ')}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{one.note}</Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore

/** Everything that the auditors looked at, page by page of the trail. */
function ShownLog({ record }: { record: Whole }) {
  const t = useAuditWords();
  const format = useFormat();
  const log = useInfiniteQuery({
    queryKey: [...keys.record('audit-engagement', record.number), 'shown'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<ShownPage>(`${endpoints.record('audit-engagements', record.number)}/shown${pageParam === '' ? '' : `?cursor=${pageParam}`}`, signal),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t('audit.shown')}>
      <Text size="xs" c="dimmed" mb="xs">{t('audit.shown_hint')}</Text>
      {log.isError && <ErrorState error={log.error} />}
      {log.isPending && <Loading />}
      {log.isSuccess && items.length === 0 && <Text size="sm">{t('audit.shown_none')}</Text>}
      {items.length > 0 && (
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {items.map((one) => (
              <Table.Tr key={`${one.seq} ${one.at} ${one.path}`}>
                <Table.Td w={170}><Text size="xs" style={{ whiteSpace: 'nowrap' }} title={format.full(one.at)}>{format.dateTime(one.at)}</Text></Table.Td>
                <Table.Td w={140}><Text size="xs">{one.by.name}</Text></Table.Td>
                <Table.Td w={120}><Text size="xs">{t(`audit.what.${one.what}`)}</Text></Table.Td>
                <Table.Td><Text size="xs" style={{ overflowWrap: 'anywhere' }}>{one.path}</Text></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {log.hasNextPage && (
        <Group mt="xs"><Button variant="default" size="compact-sm" onClick={() => void log.fetchNextPage()}>{t('audit.more')}</Button></Group>
      )}
    </Panel>
  );
} // prettier-ignore
