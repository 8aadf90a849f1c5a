import { ActionIcon, Button, Checkbox, Menu, Popover, Stack, Tooltip } from '@mantine/core';
import { IconColumns3, IconDownload } from '@tabler/icons-react';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { MetaType } from '../contract.ts';
import { useLabels, useT } from '../words.ts';
import type { Columns } from './columns.ts';
import { filtersOnly, type QueueQuery } from './query.ts';

export function ColumnChooser({ meta, columns }: { meta: MetaType; columns: Columns }) {
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

export function ExportMenu({ meta, query }: { meta: MetaType; query: QueueQuery }) {
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
