import {
  Anchor,
  Badge,
  Button,
  Group,
  NumberInput,
  Paper,
  Stack,
  Table,
  Text,
  Title,
  Tooltip,
} from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { recordsLink } from '../../../kernel/web/dashboard/FigureTile.tsx';
import { useLabels } from '../../../kernel/web/words.ts';
import { api } from '../../../platform/ui/api.ts';
import { useFormat } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { writeQuery } from '../../../platform/ui/search-params.ts';
import type { Compared } from '../incident.outcome.ts';
import { useDeskWords } from './desk.web.ts';
import styles from './major.module.css';

type Period = { readonly from: string; readonly to: string };
type Outcome = {
  readonly before: Period;
  readonly now: Period;
  readonly months: number;
  readonly groups: readonly {
    readonly name: 'restoring' | 'satisfaction' | 'collaboration';
    readonly figures: readonly Compared[];
  }[];
};
/** Below it a change is easily chance. */
const few = 30;

/** 112: half a year beside the one before it, each figure with its period and its n. */
export default function OutcomePage() {
  const t = useDeskWords();
  const format = useFormat();
  const [months, setMonths] = useState(6);
  const found = useQuery({
    queryKey: ['figures', 'outcome', months],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<Outcome>(`/incidents/outcome${writeQuery({ months })}`, signal),
  });
  useEffect(() => {
    document.title = `${t('outcome.title')} · Servanda`;
  }, [t]);
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <Loading minHeight={320} />;
  const { before, now, groups } = found.data;
  const said = ({ from, to }: Period) =>
    t('outcome.period', { from: format.date(from), to: format.date(to) });
  return (
    <Stack p="md" gap="sm" maw={1100}>
      <Group justify="space-between" align="flex-end">
        <div style={{ flex: '1 1 420px' }}>
          <Title order={1} size="h3">
            {t('outcome.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('outcome.hint', { months: found.data.months })}
          </Text>
        </div>
        <Group gap="xs" align="flex-end" className={styles['noPrint'] ?? ''}>
          <NumberInput
            label={t('outcome.months')}
            w={90}
            min={1}
            max={12}
            allowDecimal={false}
            value={months}
            onChange={(given) => {
              if (typeof given === 'number' && given >= 1 && given <= 12) setMonths(given);
            }}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('outcome.print')}
          </Button>
        </Group>
      </Group>
      {groups.map((group) => (
        <Paper key={group.name} p="md" component="section" aria-label={t(`outcome.group.${group.name}`)}>
          <Title order={2} size="h5" mb="xs">
            {t(`outcome.group.${group.name}`)}
          </Title>
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('outcome.measure')}</Table.Th>
                  <Table.Th>
                    {t('outcome.baseline')}
                    <Under>{said(before)}</Under>
                  </Table.Th>
                  <Table.Th>
                    {t('outcome.now')}
                    <Under>{said(now)}</Under>
                  </Table.Th>
                  <Table.Th>{t('outcome.change')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {group.figures.map((figure) => (
                  <One key={figure.key} figure={figure} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      ))}
    </Stack>
  );
}

const Under = ({ children }: { children: string }) => (
  <Text size="xs" c="dimmed" fw={400}>
    {children}
  </Text>
);

function One({ figure }: { figure: Compared }) {
  const t = useDeskWords();
  const labels = useLabels();
  const format = useFormat();
  const { unit, before, now, changePercent, improved } = figure;
  const shown = (value: number | null) => {
    if (value === null) return t('outcome.nothing');
    if (unit === 'percent') return format.percent(value / 100);
    return unit === 'ms' ? format.duration(value) : format.number(value);
  };
  const side = ({ value, n, records }: Compared['now']) => (
    <Table.Td>
      <Text size="sm" fw={600}>
        {shown(value)}
      </Text>
      {records === null || n === 0 ? (
        <Text size="xs" c="dimmed">
          {t('outcome.n', { n: format.number(n) })}
        </Text>
      ) : (
        <Anchor size="xs" renderRoot={(p) => <Link {...p} {...recordsLink(records)} />}>
          {t('outcome.n', { n: format.number(n) })}
        </Anchor>
      )}
    </Table.Td>
  );
  const sign = changePercent !== null && changePercent > 0 ? '+' : '';
  return (
    <Table.Tr>
      <Table.Td>{figure.name ?? labels.measure(figure.key)}</Table.Td>
      {side(before)}
      {side(now)}
      <Table.Td>
        {changePercent === null ? (
          <Text size="sm" c="dimmed">
            {t('outcome.nothing')}
          </Text>
        ) : (
          <Group gap={6}>
            <Text size="sm" fw={600}>
              {sign}
              {format.percent(changePercent / 100)}
            </Text>
            {improved !== null && (
              <Badge size="sm" variant="light" color={improved ? 'teal' : 'red'}>
                {t(improved ? 'outcome.better' : 'outcome.worse')}
              </Badge>
            )}
            {Math.min(before.n, now.n) < few && (
              <Tooltip label={t('outcome.few_hint')} events={{ hover: true, focus: true, touch: true }}>
                <Badge size="sm" variant="outline" color="gray" tabIndex={0}>
                  {t('outcome.few')}
                </Badge>
              </Tooltip>
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
