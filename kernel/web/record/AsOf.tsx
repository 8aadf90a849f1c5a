import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { MetaType, Refs, Row, Whole } from '../contract.ts';
import type { FieldOverrides } from '../field/override.ts';
import { Priority } from '../field/Priority.tsx';
import { StateBadge } from '../field/StateBadge.tsx';
import { endpoints, paths } from '../paths.ts';
import { keys } from '../queries.ts';
import { useT } from '../words.ts';
import { AsOfPicker } from './AsOfPicker.tsx';
import { Details } from './Details.tsx';

/** A record as it was at an instant, told from the trail. Nothing can be done here. */
export default function AsOf(props: {
  readonly meta: MetaType;
  readonly number: string;
  readonly at: string;
  readonly overrides: FieldOverrides | undefined;
}) {
  const { meta, number, at, overrides } = props;
  const t = useT();
  const format = useFormat();
  const then = useQuery({
    queryKey: [...keys.record(meta.type, number), 'as-of', at],
    queryFn: ({ signal }) =>
      api.get<Row & { refs: Refs }>(
        `${endpoints.record(meta.plural, number)}/as-of${writeQuery({ at })}`,
        signal,
      ),
    staleTime: 60_000,
  });
  const known = !Number.isNaN(Date.parse(at));
  return (
    <Stack gap="sm" p="md" maw={1100}>
      <Alert
        color="yellow"
        icon={<IconHistory />}
        role="status"
        styles={{ title: { color: 'var(--mantine-color-text)' } }}
        title={t('as_of.title', { number, at: known ? format.full(at) : at })}
      >
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{t('as_of.hint')}</Text>
          <Group gap={6}>
            <Button renderRoot={(p) => <Link {...p} to={paths.record(meta.plural, number)} />}>
              {t('as_of.back')}
            </Button>
            <AsOfPicker at={at} variant="default" />
          </Group>
        </Stack>
      </Alert>
      {then.isPending && <Loading minHeight={240} />}
      {then.isError && <ErrorState error={then.error} />}
      {then.data && <Then meta={meta} record={then.data} overrides={overrides} />}
    </Stack>
  );
}

function Then(props: {
  readonly meta: MetaType;
  readonly record: Row & { refs: Refs };
  readonly overrides: FieldOverrides | undefined;
}) {
  const { meta, record, overrides } = props;
  const whole: Whole = { ...record, can: {}, clocks: [], pending: [] };
  return (
    <Paper p="md" component="article" aria-label={`${record.number} ${record.title}`}>
      <Group gap={8} mb={4}>
        <Text size="xs" fw={600}>
          {record.number}
        </Text>
        <StateBadge meta={meta} state={record.state} />
        {record.priority !== null && <Priority value={record.priority} />}
      </Group>
      <Title order={1} size="h3" mb="md" style={{ overflowWrap: 'anywhere' }}>
        {record.title}
      </Title>
      <Details
        meta={meta}
        record={whole}
        overrides={overrides}
        only={(f) => !['title', 'state', 'priority'].includes(f.key)}
      />
    </Paper>
  );
}
