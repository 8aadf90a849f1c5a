import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { value, type ListPage, type Row } from '../../../kernel/web/contract.ts';
import { paths } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { Segments } from '../../../platform/ui/Segments.tsx';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { useT } from './asset.web.ts';
import { Qr } from './Qr.tsx';
import styles from './labels.module.css';

const sizes = ['small', 'medium', 'large'] as const;
type Size = (typeof sizes)[number];
const most = 200;

/** A sheet of labels of the assets that the address names, as the list's own filters do. */
export default function LabelsPage() {
  const t = useT();
  const search: Readonly<Record<string, string>> = useSearch({ strict: false });
  const [size, setSize] = useState<Size>('medium');
  const filters = Object.fromEntries(Object.entries(search).filter(([key]) => key.startsWith('filter[')));
  const found = useQuery({
    queryKey: [...keys.lists('asset'), 'labels', filters],
    queryFn: ({ signal }) =>
      api.get<ListPage>(`/assets${writeQuery({ ...filters, limit: most, sort: 'number' })}`, signal),
  });
  useEffect(() => {
    document.title = `${t('asset_pages.labels_title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  const { items, nextCursor } = found.data;
  return (
    <Stack gap="sm" p="md" className={styles['page']}>
      <Group justify="space-between" align="flex-end" className={styles['noPrint']}>
        <div>
          <Anchor size="xs" c="dimmed" renderRoot={(p) => <Link {...p} to={paths.queue('assets')} />}>
            {t('asset.plural')}
          </Anchor>
          <Title order={1} size="h3">
            {t('asset_pages.labels_title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('asset_pages.labels_hint')}
          </Text>
        </div>
        <Group gap="sm">
          <Segments
            label={t('asset_pages.label_size')}
            value={size}
            choices={sizes.map((one) => ({ value: one, label: t(`asset_pages.size.${one}`) }))}
            onChange={setSize}
          />
          <Button leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            {t('asset_pages.print')}
          </Button>
        </Group>
      </Group>
      {nextCursor !== null && (
        <Alert className={styles['noPrint'] ?? ''}>
          {t('asset_pages.labels_first', { count: items.length })}
        </Alert>
      )}
      {items.length === 0 ? (
        <Text c="dimmed">{t('asset_pages.labels_none')}</Text>
      ) : (
        <ul className={styles['sheet']} data-size={size} aria-label={t('asset_pages.labels')}>
          {items.map((row) => (
            <OneLabel key={row.id} row={row} />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function OneLabel({ row }: { row: Row }) {
  const tag = value(row, 'tag');
  const model = value(row, 'model');
  const shown = typeof tag === 'string' ? tag : row.number;
  return (
    <li className={styles['label']}>
      <Qr text={`${location.origin}${paths.record('assets', row.number)}`} label={row.number} size="100%" />
      <div className={styles['words']}>
        <strong>{shown}</strong>
        <span>{row.title}</span>
        {typeof model === 'string' && model !== row.title && <span>{model}</span>}
        {shown !== row.number && <small>{row.number}</small>}
      </div>
    </li>
  );
}
