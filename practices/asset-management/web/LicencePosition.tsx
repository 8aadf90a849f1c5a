import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Paper,
  Progress,
  Stack,
  Table,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { usePosition, useT, type Position } from './asset.web.ts';
import { ReleaseDialog } from './LicenceDialogs.tsx';
import styles from './asset.module.css';

/** Entitled − in use: what is left, or how many are too few; and who has it. */
export function LicencePosition({ record }: { record: Whole }) {
  const t = useT();
  const [ended, setEnded] = useState(false);
  const position = usePosition(record.number).data;
  const former = usePosition(record.number, true).data;
  if (!position || record.state === 'draft') return null;
  const shown = ended ? former : position;
  return (
    <Paper p="md" component="section" aria-label={t('asset_pages.position')}>
      <Title order={2} size="h5" mb="xs">
        {t('asset_pages.position')}
      </Title>
      <Figures position={position} />
      <Group justify="space-between" mt="md" mb={4}>
        <Text size="sm" fw={600}>
          {ended ? t('asset_pages.former') : t('asset_pages.assignments')}
        </Text>
        {(former?.items.length ?? 0) > 0 && (
          <Button variant="subtle" onClick={() => setEnded(!ended)}>
            {ended ? t('asset_pages.assignments') : t('asset_pages.former')}
          </Button>
        )}
      </Group>
      {shown && <Holders record={record} shown={shown} ended={ended} />}
    </Paper>
  );
}

function Figures({ position }: { position: Position }) {
  const t = useT();
  const format = useFormat();
  const { entitled, accepted, used, measured, left } = position;
  const inUse = Math.max(used, measured ?? 0);
  const whole = Math.max(entitled, inUse, 1);
  const figures: readonly (readonly [string, number | null])[] = [
    [t('asset_pages.entitled'), entitled],
    [t('asset_pages.accepted'), accepted > 0 ? accepted : null],
    [t('asset_pages.used'), used],
    [t('asset_pages.measured'), measured],
  ];
  return (
    <Stack gap={8}>
      <dl className={styles['figures']}>
        {figures.map(
          ([name, figure]) =>
            figure !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{format.number(figure)}</dd>
              </div>
            ),
        )}
        <div data-tone={left < 0 ? 'red' : 'teal'}>
          <dt>{left < 0 ? t('asset_pages.short') : t('asset_pages.left')}</dt>
          <dd>{format.number(Math.abs(left))}</dd>
        </div>
      </dl>
      <Progress.Root size="md" role="img" aria-label={t('asset_pages.position')}>
        <Progress.Section
          value={(Math.min(inUse, Math.max(0, inUse + left)) / whole) * 100}
          color="blue"
          withAria={false}
        />
        {left < 0 && <Progress.Section value={(-left / whole) * 100} color="red" withAria={false} />}
      </Progress.Root>
    </Stack>
  );
}

function Holders({ record, shown, ended }: { record: Whole; shown: Position; ended: boolean }) {
  const t = useT();
  const format = useFormat();
  const [releasing, setReleasing] = useState<string>();
  const may = !ended && record.can['release']?.ok === true;
  if (shown.items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('asset_pages.nobody')}
      </Text>
    );
  return (
    <>
      <Table fz="sm" aria-label={t('asset_pages.assignments')}>
        <Table.Tbody>
          {shown.items.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Group gap={8} wrap="nowrap">
                  <RefLink id={one.assigneeId} refs={shown.refs} />
                  {one.quantity > 1 && <Badge color="gray">× {format.number(one.quantity)}</Badge>}
                </Group>
              </Table.Td>
              <Table.Td c="dimmed" ta="right" style={{ whiteSpace: 'nowrap' }}>
                {format.date(one.since)}
                {one.until === null ? '' : ` – ${format.date(one.until)}`}
              </Table.Td>
              {may && (
                <Table.Td w={36}>
                  <Tooltip label={t('asset_pages.release')}>
                    <ActionIcon
                      size="sm"
                      aria-label={`${t('asset_pages.release')}: ${shown.refs[one.assigneeId]?.title ?? ''}`}
                      onClick={() => setReleasing(one.id)}
                    >
                      <IconX size={15} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {releasing !== undefined && (
        <ReleaseDialog record={record} chosen={releasing} onClose={() => setReleasing(undefined)} />
      )}
    </>
  );
}
