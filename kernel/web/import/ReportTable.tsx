import { Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useLabels, useT } from '../words.ts';
import { plainKey, type Cell, type ReportBlock } from './report-shape.ts';

export function useCell(): (cell: Cell) => string {
  const format = useFormat();
  return (cell) => {
    if (cell.as === 'text') return cell.value;
    return cell.as === 'share' ? format.percent(cell.value) : format.number(cell.value);
  };
}

const shownAtFirst = 10;

/** One breakdown of a report. Names come from the foreign system and stay as they are there. */
export function ReportTable({
  title,
  table,
}: {
  title: string;
  table: Extract<ReportBlock, { kind: 'table' }>;
}) {
  const t = useT();
  const labels = useLabels();
  const cell = useCell();
  const [all, setAll] = useState(false);
  if (table.rows.length === 0) return null;
  const rows = all ? table.rows : table.rows.slice(0, shownAtFirst);
  const named = (name: string) =>
    name === '?' ? t('imports.not_stated') : labels.key(`import_report.${plainKey(name)}`, name);
  return (
    <div style={{ minWidth: 0 }}>
      <Text size="sm" fw={600} mb={2}>
        {title}
      </Text>
      <Table verticalSpacing={3} horizontalSpacing={6} aria-label={title}>
        {table.columns.length > 0 && (
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              {table.columns.map((column) => (
                <Table.Th key={column} ta="right" fw={500}>
                  <Text size="xs" c="dimmed">
                    {labels.key(`imports.column_${column}`, named(column))}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
        )}
        <Table.Tbody>
          {rows.map(({ head, cells }) => (
            <Table.Tr key={head.join('|')}>
              <Table.Td>
                <Group gap={4}>
                  {head.map((part, at) => (
                    // eslint-disable-next-line react/no-array-index-key -- a place in a path, and the path is the row
                    <Fragment key={at}>
                      {at > 0 && <IconArrowRight size={11} opacity={0.5} aria-hidden />}
                      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                        {named(part)}
                      </Text>
                    </Fragment>
                  ))}
                </Group>
              </Table.Td>
              {cells.map((each, at) => (
                <Table.Td key={table.columns[at] ?? at} ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {cell(each)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {table.rows.length > shownAtFirst && !all && (
        <UnstyledButton onClick={() => setAll(true)}>
          <Text size="xs" c="dimmed" td="underline">
            {t('imports.show_all', { count: table.rows.length })}
          </Text>
        </UnstyledButton>
      )}
    </div>
  );
}
