import { Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { list, type Whole } from '../../../kernel/web/contract.ts';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMeta } from '../../../kernel/web/queries.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Decision } from '../service-report.fields.ts';
import { useAround, useReportingWords } from './reporting.web.ts';

const colours = { act: 'blue', watch: 'yellow', no_action: 'gray' } as const;

/** 9.4 c: what was decided about it, and how far the actions are. */
export function Decisions({ record }: { readonly record: Whole }) {
  const t = useReportingWords();
  const format = useFormat();
  const around = useAround(record.number).data;
  const meta = useMeta().types.find(({ type }) => type === 'action-item');
  const decisions = list(record, 'decisions') as readonly Decision[];
  const actions = around?.actions ?? [];
  if (decisions.length === 0 && actions.length === 0) return null;
  return (
    <Panel title={t('reporting_page.report.decisions')}>
      <Stack gap="sm">
        {decisions.map(({ key, decision, note }, at) => (
          // eslint-disable-next-line react/no-array-index-key -- two may be about the same figure
          <Group key={at} gap={8} align="flex-start" wrap="nowrap">
            <Badge color={colours[decision]} style={{ flexShrink: 0 }}>{t(`service_report.decision.${decision}`)}</Badge>
            <div>
              <Text size="sm" fw={600}>{key === 'overall' ? t('service_report.overall') : (around?.names[key]?.name ?? key)}</Text>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{note}</Text>
            </div>
          </Group>
        ))}
        {actions.length > 0 && (
          <Table fz="sm" verticalSpacing={4}>
            <Table.Tbody>
              {actions.map((one) => (
                <Table.Tr key={one.number}>
                  <Table.Td><Anchor size="sm" renderRoot={(p) => <Link {...p} to={paths.record('action-items', one.number)} />}>{one.number}</Anchor></Table.Td>
                  <Table.Td>{one.title}</Table.Td>
                  <Table.Td>{one.owner}</Table.Td>
                  <Table.Td>{one.dueOn === null ? '' : format.day(one.dueOn)}</Table.Td>
                  <Table.Td>{meta && <StateBadge meta={meta} state={one.state} size="sm" />}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
    </Panel>
  );
} // prettier-ignore
