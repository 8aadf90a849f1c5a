import { Anchor, Badge, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Kind, Way } from '../../ways/ways.ts';
import type { MetaType } from '../contract.ts';
import { StateBadge } from '../field/StateBadge.tsx';
import { paths } from '../paths.ts';
import { WaysMap } from './WaysMap.tsx';
import { useWaysT } from './ways.web.ts';

/** One kind of record: its course as a map, and each way with the records that took longest on it. */
export function KindWays({ meta, kind, name }: { readonly meta: MetaType; readonly kind: Kind; readonly name: string }) {
  const t = useWaysT();
  return (
    <Paper p="md" component="section" aria-label={name}>
      <Title order={2} size="h5" mb="sm">{name}</Title>
      <WaysMap meta={meta} ways={kind.ways} />
      <Stack gap={0} mt="sm">
        {kind.ways.map((way, i) => <One key={way.states.join(' ')} meta={meta} way={way} usual={i === 0} />)}
      </Stack>
      {kind.more > 0 && <Text size="sm" c="dimmed" mt="xs">{t('ways.more', { count: kind.more })}</Text>}
    </Paper>
  );
} // prettier-ignore

function One({ meta, way, usual }: { readonly meta: MetaType; readonly way: Way; readonly usual: boolean }) {
  const t = useWaysT();
  const format = useFormat();
  return (
    <div style={{ borderTop: '1px solid var(--ink-line)', padding: '8px 0' }}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <div style={{ width: 110, flexShrink: 0 }}>
          <Text size="sm" fw={600}>{format.number(way.n)} · {format.percent(way.share)}</Text>
          <Progress mt={4} size="sm" value={way.share * 100} color={usual ? 'teal' : 'gray'} aria-hidden />
          <Text size="xs" c="dimmed" mt={2}>{format.duration(way.medianMs)}</Text>
        </div>
        <div style={{ minWidth: 0 }}>
          <Group gap={4}>
            {way.states.map((state, i) => (
              // eslint-disable-next-line react/no-array-index-key -- a state may come again
              <Fragment key={i}>
                {i > 0 && <IconChevronRight size={13} opacity={0.5} aria-hidden />}
                <StateBadge meta={meta} state={state} size="sm" />
              </Fragment>
            ))}
            {usual && <Badge size="sm" variant="outline" color="teal" tt="none">{t('ways.usual')}</Badge>}
          </Group>
          <Group gap="xs" mt={4}>
            {way.examples.map((number) => (
              <Anchor key={number} size="xs" renderRoot={(props) => <Link {...props} to={paths.record(meta.plural, number)} />}>{number}</Anchor>
            ))}
          </Group>
        </div>
      </Group>
    </div>
  );
} // prettier-ignore
