import { Badge, Button, Group, Paper, Select, Table, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { value, type Refs, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { Loading } from '../../../platform/ui/States.tsx';
import { results } from '../stock-take.results.ts';
import { useLines, useT, type Line } from './asset.web.ts';
import { CountedLine } from './CountedLine.tsx';
import { useLineWords } from './line-words.ts';
import { ResolveDialog } from './StockTakeDialogs.tsx';

/** The frozen list with what became of every line; differences are decided on here. */
export function StockTakeLines({ record }: { record: Whole }) {
  const t = useT();
  const words = useLineWords();
  const undecided = Number(value(record, 'openDifferences') ?? 0) > 0;
  const [only, setOnly] = useState<string>();
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const [deciding, setDeciding] = useState<Line>();
  const shown = only ?? (undecided ? 'open' : 'all');
  const may = record.can['resolve']?.ok === true;
  const data = [
    { value: 'open', label: t('asset_pages.open_only') },
    { value: 'all', label: t('asset_pages.all') },
    ...results.map((one) => ({ value: one, label: words.result(one) })),
  ];
  return (
    <Paper p="md" component="section" aria-label={t('asset_pages.lines')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('asset_pages.lines')}
        </Title>
        <Select
          size="xs"
          aria-label={t('asset_pages.only')}
          allowDeselect={false}
          data={data}
          value={shown}
          onChange={(next) => (setOnly(next ?? undefined), setPages([null]))}
        />
      </Group>
      <div style={{ overflowX: 'auto' }}>
        <Table fz="sm" miw={{ sm: 620 }} aria-label={t('asset_pages.lines')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('asset_pages.tag')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('asset_pages.expected_at')}</Table.Th>
              <Table.Th visibleFrom="sm">{t('asset_pages.seen_at')}</Table.Th>
              <Table.Th>{t('asset_pages.result')}</Table.Th>
              <Table.Th>{t('asset_pages.decision')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.map((after, at) => (
              <Page
                key={after ?? 'first'}
                number={record.number}
                only={shown}
                after={after}
                last={at === pages.length - 1}
                onMore={(next) => setPages([...pages, next])}
                onDecide={may ? setDeciding : undefined}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {deciding && <ResolveDialog record={record} line={deciding} onClose={() => setDeciding(undefined)} />}
    </Paper>
  );
}

function Page(props: {
  readonly number: string;
  readonly only: string;
  readonly after: string | null;
  readonly last: boolean;
  readonly onMore: (next: string) => void;
  readonly onDecide: ((line: Line) => void) | undefined;
}) {
  const t = useT();
  const page = useLines(props.number, props.only, props.after).data;
  const whole = (children: ReactNode) => (
    <Table.Tr>
      <Table.Td colSpan={5}>{children}</Table.Td>
    </Table.Tr>
  );
  if (!page) return whole(<Loading minHeight={60} />);
  const { items, refs, next } = page;
  return (
    <>
      {items.map((line) => (
        <OneLine key={line.id} line={line} refs={refs} onDecide={props.onDecide} />
      ))}
      {items.length === 0 && props.after === null && whole(<Text size="sm" c="dimmed">{t('asset_pages.no_lines')}</Text>)}
      {props.last && typeof next === 'string' && whole(
        <Button variant="subtle" onClick={() => props.onMore(next)}>
          {t('asset_pages.more')}
        </Button>,
      )}
    </>
  );
} // prettier-ignore

const differs = ({ result, decision }: Line) =>
  decision === null && (result === 'elsewhere' || result === 'missing' || result === 'unexpected');

function OneLine({ line, refs, onDecide }: { line: Line; refs: Refs; onDecide: ((line: Line) => void) | undefined }) {
  const t = useT();
  const { color, result, decision } = useLineWords();
  return (
    <Table.Tr>
      <Table.Td maw={260}>
        <CountedLine line={{ ...line, location: null, expectedLocation: null }} refs={refs} />
        <Text size="xs" c="dimmed" hiddenFrom="sm">
          {[line.expectedLocation, line.location].filter(Boolean).join(' → ')}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">{line.expected ? (line.expectedLocation ?? '—') : '—'}</Table.Td>
      <Table.Td visibleFrom="sm">
        {line.countedAt === null ? '—' : (line.location ?? line.expectedLocation ?? '✓')}
        {line.countedById !== null && (
          <Text size="xs" c="dimmed" component="div">
            <RefLink id={line.countedById} refs={refs} plain />
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge color={color(line.result)} miw="max-content">{result(line.result)}</Badge>
      </Table.Td>
      <Table.Td>
        {line.decision === null ? (
          differs(line) && onDecide && (
            <Button size="compact-xs" variant="light" onClick={() => onDecide(line)}>
              {t('asset_pages.decide')}
            </Button>
          )
        ) : (
          <>
            <Text size="sm">{decision(line.decision)}</Text>
            <Text size="xs" c="dimmed" lineClamp={2}>
              {line.reason}
            </Text>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
} // prettier-ignore
