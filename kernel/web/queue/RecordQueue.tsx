import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Menu,
  Popover,
  Stack,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconColumns3, IconDownload, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useRef, useState, type ReactNode } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useKeys } from '../../../platform/ui/keyboard.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import type { MetaType } from '../contract.ts';
import { paths } from '../paths.ts';
import { useMetaType } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { ViewBar } from '../view/ViewBar.tsx';
import type { Bulk } from './BulkBar.tsx';
import { useColumns, type Columns } from './columns.ts';
import { FilterBar } from './FilterBar.tsx';
import { filtersOnly, useCount, useQueueQuery, useRows, type QueueQuery } from './query.ts';
import { QueueTable } from './QueueTable.tsx';
import styles from './queue.module.css';

/** With the forms of its actions it is as large as the queue itself, and most who look at one choose no rows. */
const BulkBar = lazy(async () => ({ default: (await import('./BulkBar.tsx')).BulkBar }));

/** The list of one record type. `actions` are a practice's own buttons beside "New". */
export function RecordQueue(props: {
  readonly type: string;
  readonly title?: string;
  readonly actions?: ReactNode;
  /** Columns besides number and title, until the reader chooses others. */
  readonly columns?: readonly string[];
  readonly bulk?: Bulk;
}) {
  const { type, title, actions, columns: standard, bulk } = props;
  const meta = useMetaType(type);
  const t = useT();
  const labels = useLabels();
  const format = useFormat();
  const navigate = useNavigate();
  const query = useQueueQuery();
  const columns = useColumns(meta, query, standard);
  const { rows, refs, pages } = useRows(
    meta,
    query.search,
    columns.shown.map((column) => column.key),
  );
  const count = useCount(meta, query.search);
  const [active, setActive] = useState(-1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const searchRef = useRef<HTMLInputElement>(null);
  const choose = useCallback((numbers: readonly string[], on: boolean) => {
    setChosen((before) => {
      const next = new Set(before);
      for (const number of numbers)
        if (on) next.add(number);
        else next.delete(number);
      return next;
    });
  }, []);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const name = title ?? labels.plural(type);
  const at = rows[active];
  useKeys([
    {
      keys: 'j',
      group: name,
      help: t('keys.next'),
      run: () => setActive(Math.min(active + 1, rows.length - 1)),
    },
    { keys: 'k', group: name, help: t('keys.previous'), run: () => setActive(Math.max(active - 1, 0)) },
    {
      keys: 'Enter',
      group: name,
      help: t('keys.open'),
      run: () => at && void navigate({ to: paths.record(meta.plural, at.number) }),
    },
    {
      keys: 'x',
      group: name,
      help: t('keys.choose'),
      run: () => at && choose([at.number], !chosen.has(at.number)),
    },
    { keys: '/', group: name, help: t('keys.filter'), run: () => searchRef.current?.focus() },
    ...(meta.create.allowed
      ? [
          {
            keys: 'c',
            group: name,
            help: labels.createTitle(type),
            run: () => void navigate({ to: paths.create(meta.plural) }),
          },
        ]
      : []),
  ]);
  const total = count.data;
  return (
    <div className={styles['page']}>
      <Stack gap="sm" className={styles['head']}>
        <Group justify="space-between">
          <Group gap="sm" align="baseline">
            <Title order={1} size="h3">
              {name}
            </Title>
            {total && (
              <Text size="sm" c="dimmed" aria-live="polite">
                {total.capped
                  ? t('queue.count_capped', { shown: format.number(total.count) })
                  : t('queue.count', { count: total.count, shown: format.number(total.count) })}
              </Text>
            )}
          </Group>
          <Group gap={6}>
            {actions}
            <ColumnChooser meta={meta} columns={columns} />
            <ExportMenu meta={meta} query={query} />
            {meta.create.allowed && (
              <Button
                leftSection={<IconPlus size={15} aria-hidden />}
                renderRoot={(props) => <Link {...props} to={paths.create(meta.plural)} />}
              >
                {labels.createTitle(type)}
              </Button>
            )}
          </Group>
        </Group>
        <ViewBar meta={meta} query={query} columns={columns.shown.map((c) => c.key)} />
        <FilterBar meta={meta} query={query} refs={refs} searchRef={searchRef} />
      </Stack>
      {pages.isError ? (
        <ErrorState error={pages.error} retry={() => void pages.refetch()} />
      ) : pages.isPending ? (
        <Loading />
      ) : (
        <QueueTable
          meta={meta}
          label={name}
          columns={columns.shown}
          rows={rows}
          refs={refs}
          total={total?.capped === false ? total.count : undefined}
          sort={query.search['sort'] ?? ''}
          onSort={(sort) => query.set({ sort })}
          active={active}
          onActive={setActive}
          chosen={chosen}
          onChoose={choose}
          onEnd={more}
          empty={
            <Empty title={t('queue.empty')}>
              <Text size="sm" c="dimmed" ta="center">
                {Object.keys(filtersOnly(query.search)).length > 0
                  ? t('queue.empty_filtered')
                  : t('queue.empty_hint')}
              </Text>
            </Empty>
          }
        />
      )}
      {chosen.size > 0 ? (
        <Suspense fallback={<Loading minHeight={48} />}>
          <BulkBar
            meta={meta}
            rows={rows.filter((r) => chosen.has(r.number))}
            refs={refs}
            bulk={bulk}
            onClear={() => setChosen(new Set())}
          />
        </Suspense>
      ) : (
        isFetchingNextPage && (
          <div className={styles['foot']}>
            <Text size="xs" c="dimmed" role="status">
              {t('ui.loading')}
            </Text>
          </div>
        )
      )}
    </div>
  );
}

function ColumnChooser({ meta, columns }: { meta: MetaType; columns: Columns }) {
  const t = useT();
  const labels = useLabels();
  const shown = columns.shown.map((c) => c.key);
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('queue.columns')}>
          <ActionIcon aria-label={t('queue.columns')} size={30} variant="default">
            <IconColumns3 size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('queue.columns')} mah={420} style={{ overflowY: 'auto' }}>
        <Stack gap={6}>
          {columns.all.map(({ key }) => (
            <Checkbox
              key={key}
              size="xs"
              label={key === 'nextDue' ? t('queue.promise') : labels.field(meta.type, key)}
              checked={shown.includes(key)}
              disabled={columns.isAlways(key)}
              onChange={(e) =>
                columns.choose(
                  e.currentTarget.checked ? [...shown, key] : shown.filter((other) => other !== key),
                )
              }
            />
          ))}
          <Button variant="subtle" onClick={columns.reset}>
            {t('queue.columns_reset')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ExportMenu({ meta, query }: { meta: MetaType; query: QueueQuery }) {
  const t = useT();
  const href = (format: string) =>
    `/api/v1/${meta.plural}/export${writeQuery({ format, ...filtersOnly(query.search), sort: query.search['sort'] })}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('queue.export')}>
          <ActionIcon aria-label={t('queue.export')} size={30} variant="default">
            <IconDownload size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={href('csv')} download>
          {t('queue.export_csv')}
        </Menu.Item>
        <Menu.Item component="a" href={href('xlsx')} download>
          {t('queue.export_xlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
