import { Checkbox, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { value, type MetaType, type Refs, type Row } from '../contract.ts';
import { RefLink } from '../field/FieldValue.tsx';
import { asText } from '../../record/text.ts';
import { Priority } from '../field/Priority.tsx';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { recordQuery } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { ClockCell } from './ClockCell.tsx';
import { sortable, type Column } from './columns.ts';
import styles from './queue.module.css';

const rowHeight = 37;

export function QueueTable(props: {
  readonly meta: MetaType;
  readonly label: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly refs: Refs;
  /** Of each row the names that came with its page: a further page does not change what is drawn. */
  readonly refsOf: ReadonlyMap<Row, Refs>;
  readonly total: number | undefined;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly active: number;
  readonly onActive: (at: number) => void;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (numbers: readonly string[], on: boolean) => void;
  readonly onEnd: () => void;
  readonly empty: ReactNode;
}) {
  const {
    meta,
    label,
    columns,
    rows,
    refs,
    refsOf,
    total,
    sort,
    onSort,
    active,
    onActive,
    chosen,
    onChoose,
    onEnd,
    empty,
  } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const client = useQueryClient();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 3,
    // Keeps the sticky head from covering the row that j/k moved to.
    scrollPaddingStart: rowHeight + 4,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 15) onEnd();
  }, [lastShown, rows.length, onEnd]);
  const open = useCallback(
    (number: string) => void navigate({ to: paths.record(meta.plural, number) }),
    [navigate, meta],
  );
  // Between pressing and letting go lies a tenth of a second in which the record can come.
  const expect = useCallback(
    (number: string) => void client.prefetchQuery({ ...recordQuery(meta, number), staleTime: 5000 }),
    [client, meta],
  );
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const everyChosen = rows.length > 0 && rows.every((r) => chosen.has(r.number));
  return (
    <div ref={scroller} className={styles['scroller']} tabIndex={-1}>
      <table className={styles['table']} aria-label={label} aria-rowcount={total ?? -1}>
        <colgroup>
          <col style={{ width: 38 }} />
          {columns.map((c) => (
            <col key={c.key} style={c.width === undefined ? { minWidth: 240 } : { width: c.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                size="xs"
                aria-label={t('queue.choose_all')}
                checked={everyChosen}
                indeterminate={!everyChosen && chosen.size > 0}
                onChange={(e) =>
                  onChoose(
                    rows.map((r) => r.number),
                    e.currentTarget.checked,
                  )
                }
              />
            </th>
            {columns.map((c) => (
              <Head key={c.key} meta={meta} column={c} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <TableRow
                key={row.id}
                meta={meta}
                columns={columns}
                row={row}
                refs={refsOf.get(row) ?? refs}
                index={index}
                active={index === active}
                chosen={chosen.has(row.number)}
                onActive={onActive}
                onChoose={onChoose}
                onOpen={open}
                onExpect={expect}
              />
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  );
}

/** Drawn again when its own record, or how it is marked, is another: a key pressed in a list moves one mark. */
const TableRow = memo(function TableRow(props: {
  readonly meta: MetaType;
  readonly columns: readonly Column[];
  readonly row: Row;
  readonly refs: Refs;
  readonly index: number;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onActive: (at: number) => void;
  readonly onChoose: (numbers: readonly string[], on: boolean) => void;
  readonly onOpen: (number: string) => void;
  readonly onExpect: (number: string) => void;
}) {
  const { meta, columns, row, refs, index, active, chosen, onActive, onChoose, onOpen, onExpect } = props;
  const t = useT();
  const click = (event: MouseEvent<HTMLTableRowElement>) => {
    onActive(index);
    const { target } = event;
    const link = target instanceof Element ? target.closest('a') : null;
    if (!link && target instanceof Element && target.closest('input, label, button')) return;
    // Into another tab or window: the browser's own business.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!link && window.getSelection()?.toString()) return;
    event.preventDefault();
    onOpen(row.number);
  };
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-active={active || undefined}
      style={{ height: rowHeight }}
      onPointerDown={() => onExpect(row.number)}
      onClick={click}
    >
      <td>
        <input
          type="checkbox"
          className={styles['check']}
          aria-label={t('queue.choose', { number: row.number })}
          checked={chosen}
          onChange={(e) => onChoose([row.number], e.currentTarget.checked)}
        />
      </td>
      {columns.map((c) => (
        <td key={c.key}>
          <Cell meta={meta} column={c} row={row} refs={refs} />
        </td>
      ))}
    </tr>
  );
});

function Head({
  meta,
  column,
  sort,
  onSort,
}: {
  meta: MetaType;
  column: Column;
  sort: string;
  onSort: (sort: string) => void;
}) {
  const labels = useLabels();
  const t = useT();
  const words = column.key === 'nextDue' ? t('queue.promise') : labels.field(meta.type, column.key);
  const order = sortable.get(column.key);
  if (order === undefined) return <th scope="col">{words}</th>;
  const on = sort.replace('-', '') === order;
  const down = on && sort.startsWith('-');
  const Icon = !on ? IconArrowsSort : down ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" aria-sort={!on ? 'none' : down ? 'descending' : 'ascending'}>
      <UnstyledButton className={styles['sort']} onClick={() => onSort(on && !down ? `-${order}` : order)}>
        {words}
        <Icon size={12} aria-hidden opacity={on ? 1 : 0.35} />
        {on && <VisuallyHidden>{down ? t('queue.sorted_down') : t('queue.sorted_up')}</VisuallyHidden>}
      </UnstyledButton>
    </th>
  );
}

const Cell = memo(function Cell({
  meta,
  column,
  row,
  refs,
}: {
  meta: MetaType;
  column: Column;
  row: Row;
  refs: Refs;
}) {
  const labels = useLabels();
  const format = useFormat();
  const t = useT();
  const { key, field } = column;
  switch (key) {
    case 'number':
      return (
        // No link of the router's: there are two in every row, and each looks at every change of the address.
        <a href={paths.record(meta.plural, row.number)} className={styles['number']}>
          {row.number}
        </a>
      );
    case 'title':
      return (
        <a href={paths.record(meta.plural, row.number)} className={styles['title']} title={row.title}>
          {row.title}
        </a>
      );
    case 'state':
      return <StateBadge meta={meta} state={row.state} size="sm" />;
    case 'recordType':
      return typeof value(row, key) === 'string' ? labels.plural(asText(value(row, key))) : null;
    case 'measureKey':
      return typeof value(row, key) === 'string' ? labels.measure(asText(value(row, key))) : null;
    case 'priority':
      return <Priority value={row.priority} />;
    case 'nextDue':
      return <ClockCell type={meta.type} clocks={row.clocks} />;
  }
  const own = value(row, key);
  if (own === null || own === undefined || own === '') return null;
  switch (field?.kind) {
    case 'reference':
      return <RefLink id={asText(own)} refs={refs} plain />;
    case 'references':
      return Array.isArray(own) ? own.map((id: unknown) => refs[String(id)]?.title ?? '').join(', ') : null;
    case 'instant':
      return <span title={format.full(asText(own))}>{format.short(asText(own))}</span>;
    case 'date':
      return format.day(asText(own));
    case 'choice':
      return labels.option(meta.type, key, own);
    case 'choices':
      return Array.isArray(own)
        ? own.map((one: unknown) => labels.option(meta.type, key, one)).join(', ')
        : null;
    case 'boolean':
      return own === true ? t('ui.yes') : t('ui.no');
    case 'number':
    case 'integer':
      return format.number(Number(own));
    default:
      return (
        <Text size="sm" truncate title={asText(own)}>
          {asText(own)}
        </Text>
      );
  }
});
