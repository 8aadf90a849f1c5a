import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { value, type ListPage, type Whole } from '../../../kernel/web/contract.ts';
import { RefLink } from '../../../kernel/web/field/FieldValue.tsx';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { keys, useMetaType } from '../../../kernel/web/queries.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { parseQuery, writeQuery } from '../../../platform/ui/search-params.ts';
import { useImpact, useMajorWords } from './major.web.ts';

const roles = ['managerId', 'communicationsId', 'technicalLeadId', 'scribeId'] as const;

export function MajorRoles({ record }: { record: Whole }) {
  const t = useMajorWords();
  const labels = useLabels();
  return (
    <Paper p="md" component="section" aria-label={t('major.roles')}>
      <Title order={2} size="h5" mb="xs">
        {t('major.roles')}
      </Title>
      <Stack gap={6}>
        {roles.map((key) => {
          const id = value(record, key);
          return (
            <Group key={key} justify="space-between" gap={8} wrap="nowrap">
              <Text size="xs" c="dimmed">
                {labels.field('major-incident', key)}
              </Text>
              {typeof id === 'string' ? (
                <RefLink id={id} refs={record.refs} />
              ) : (
                <Text size="sm" c="dimmed">
                  {t('major.nobody')}
                </Text>
              )}
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}

/** Customer impact in figures, counted while one looks. */
export function MajorImpact({ record }: { record: Whole }) {
  const t = useMajorWords();
  const format = useFormat();
  const impact = useImpact(record.number).data;
  if (!impact) return null;
  const cents = value(record, 'lostBusinessCents');
  const currency = value(record, 'lostBusinessCurrency');
  const money =
    typeof cents === 'number' && typeof currency === 'string'
      ? new Intl.NumberFormat(format.language, { style: 'currency', currency }).format(cents / 100)
      : undefined;
  const rows: readonly (readonly [label: string, figure: string, note: string])[] = [
    [
      t('major.affected'),
      format.number(impact.affectedUsers),
      impact.counted ? t('major.affected_counted') : '',
    ],
    [t('major.reporters'), format.number(impact.reporters), ''],
    [t('major.customers'), format.number(impact.customers), ''],
    [t('major.duration'), format.duration(impact.durationMs), ''],
    ...(money === undefined ? [] : [[t('major.lost'), money, ''] as const]),
  ];
  return (
    <Paper p="md" component="section" aria-label={t('major.impact')}>
      <Title order={2} size="h5" mb="xs">
        {t('major.impact')}
      </Title>
      <Stack gap={6}>
        {rows.map(([label, figure, note]) => (
          <Group key={label} justify="space-between" align="baseline" gap={8} wrap="nowrap">
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text size="sm" fw={600} ta="right">
              {figure}
              {note !== '' && (
                <Text span size="xs" c="dimmed" fw={400}>
                  {' '}
                  {note}
                </Text>
              )}
            </Text>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}

const shown = 6;

export function MajorLinked({ record }: { record: Whole }) {
  const t = useMajorWords();
  const meta = useMetaType('incident');
  const impact = useImpact(record.number).data;
  const leading = value(record, 'leadingIncidentId');
  const filter = { 'filter[parentId]': typeof leading === 'string' ? leading : '' };
  const latest = useQuery({
    queryKey: [...keys.lists('incident'), 'children', leading],
    refetchInterval: 15_000,
    queryFn: ({ signal }) =>
      api.get<ListPage>(`/incidents${writeQuery({ ...filter, sort: '-createdAt', limit: shown })}`, signal),
  });
  return (
    <Paper p="md" component="section" aria-label={t('major.linked')}>
      <Group justify="space-between" align="baseline" mb="xs">
        <Title order={2} size="h5">
          {t('major.linked')}
        </Title>
        <Anchor
          size="lg"
          fw={700}
          renderRoot={(p) => (
            <Link {...p} to={paths.queue('incidents')} search={parseQuery(writeQuery(filter))} />
          )}
        >
          {impact?.linkedIncidents ?? '…'}
        </Anchor>
      </Group>
      <Stack gap={8}>
        {typeof leading === 'string' && (
          <div>
            <Text size="xs" c="dimmed">
              {t('major.leading')}
            </Text>
            <RefLink id={leading} refs={record.refs} />
          </div>
        )}
        {impact && (
          <Text size="xs" c="dimmed">
            {t('major.open_linked', { count: impact.openIncidents })}
          </Text>
        )}
        {(latest.data?.items ?? []).map((row) => (
          <Group key={row.id} gap={6} wrap="nowrap">
            <Anchor
              size="sm"
              truncate
              style={{ flex: 1 }}
              renderRoot={(p) => <Link {...p} to={paths.record('incidents', row.number)} />}
            >
              {row.title}
            </Anchor>
            <StateBadge meta={meta} state={row.state} size="sm" />
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
