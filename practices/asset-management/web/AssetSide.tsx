import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { value, type ListPage, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys } from '../../../kernel/web/queries.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import { useAssetLicences, useT } from './asset.web.ts';
import { Qr } from './Qr.tsx';

/** Beside the asset: its label, the licences on it, and the maintenance that it waits for. */
export function AssetSide({ record }: { record: Whole }) {
  return (
    <>
      <LabelCard record={record} />
      <Licences number={record.number} />
      <Maintenance id={record.id} />
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </Paper>
  );
}

function LabelCard({ record }: { record: Whole }) {
  const t = useT();
  const tag = value(record, 'tag');
  return (
    <Section title={t('asset_pages.label')}>
      <Group wrap="nowrap" gap="md">
        <Qr
          text={`${location.origin}${paths.record('assets', record.number)}`}
          label={`${t('asset_pages.label')}: ${record.number}`}
          size={92}
        />
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate>
            {typeof tag === 'string' ? tag : record.number}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {record.number}
          </Text>
          <Button
            variant="default"
            mt={8}
            leftSection={<IconPrinter size={15} aria-hidden />}
            renderRoot={(props) => (
              <Link {...props} to="/assets/labels" search={{ 'filter[number]': record.number }} />
            )}
          >
            {t('asset_pages.open_label')}
          </Button>
        </div>
      </Group>
    </Section>
  );
}

function Licences({ number }: { number: string }) {
  const t = useT();
  const found = useAssetLicences(number).data;
  if (!found || found.items.length === 0) return null;
  return (
    <Section title={t('asset_pages.licences')}>
      <Stack gap={6}>
        {found.items.map((one) => (
          <Group key={one.id} justify="space-between" wrap="nowrap">
            <RefLink id={one.licenceId} refs={found.refs} />
            {one.quantity > 1 && <Badge color="gray">× {one.quantity}</Badge>}
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

function Maintenance({ id }: { id: string }) {
  const t = useT();
  const format = useFormat();
  const filter = { 'filter[subjectIds]': id, limit: 5 };
  const tasks = useQuery({
    queryKey: [...keys.lists('maintenance-task'), 'of', id],
    queryFn: ({ signal }) =>
      api.get<ListPage>(`/maintenance-tasks${writeQuery({ ...filter, sort: '-createdAt' })}`, signal),
  }).data?.items;
  const plans = useQuery({
    queryKey: [...keys.lists('maintenance-plan'), 'of', id],
    queryFn: ({ signal }) =>
      api.get<ListPage>(`/maintenance-plans${writeQuery({ ...filter, 'filter[open]': true })}`, signal),
  }).data?.items;
  if (!tasks || !plans || tasks.length + plans.length === 0) return null;
  const line = (plural: string, number: string, title: string, date: unknown, missed: boolean) => (
    <Group key={number} justify="space-between" wrap="nowrap" gap="xs">
      <Anchor
        size="sm"
        truncate
        renderRoot={(props) => <Link {...props} to={paths.record(plural, number)} />}
      >
        {title}
      </Anchor>
      <Text size="xs" c={missed ? 'red' : 'dimmed'} style={{ whiteSpace: 'nowrap' }}>
        {typeof date === 'string' ? format.day(date) : ''}
      </Text>
    </Group>
  );
  return (
    <Section title={t('asset_pages.maintenance')}>
      <Stack gap={6}>
        {tasks.map((row) =>
          line(
            'maintenance-tasks',
            row.number,
            row.title,
            value(row, 'doneOn') ?? value(row, 'dueOn'),
            value(row, 'missedOn') !== null && value(row, 'doneOn') === null,
          ),
        )}
        {plans.map((row) => line('maintenance-plans', row.number, row.title, value(row, 'nextDueOn'), false))}
      </Stack>
    </Section>
  );
}
