import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useDeferredValue, useRef, useState, type ReactNode } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import { useKeys } from '../../../platform/ui/keyboard.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { paths } from '../paths.ts';
import { useMetaType } from '../queries.ts';
import { useLabels, useT } from '../words.ts';
import { ViewBar } from '../view/ViewBar.tsx';
import type { Bulk } from './BulkBar.tsx';
import { useColumns } from './columns.ts';
import { FilterBar } from './FilterBar.tsx';
import { filterKey, filtersOnly, useCount, useNarrowed, useQueueQuery, useRows } from './query.ts';
import { QueueTable } from './QueueTable.tsx';
import { ColumnChooser, ExportMenu } from './QueueTools.tsx';
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
  const { rows, refs, refsOf, pages } = useRows(
    meta,
    query.search,
    columns.shown.map((column) => column.key),
  );
  // First the rows: that is what somebody came, or came back, for.
  const tools = useDeferredValue(true, false);
  const [typed, setTyped] = useState('');
  const narrowed = useNarrowed(
    rows,
    typed,
    pages.isPlaceholderData || typed.trim() !== (query.search[filterKey('q')] ?? '').trim(),
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
        <div className={styles['tools']}>
          {tools && (
            <>
              <ViewBar meta={meta} query={query} columns={columns.shown.map((c) => c.key)} />
              <FilterBar meta={meta} query={query} refs={refs} searchRef={searchRef} onTyping={setTyped} />
            </>
          )}
        </div>
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
          rows={narrowed}
          refs={refs}
          refsOf={refsOf}
          total={total?.capped === false ? total.count : undefined}
          sort={query.search['sort'] ?? ''}
          onSort={(sort) =>
            query.set(sort.endsWith('urgency') ? { sort, [filterKey('open')]: 'true' } : { sort })
          }
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
