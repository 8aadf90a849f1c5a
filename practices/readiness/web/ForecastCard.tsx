import { Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text, Title, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { forecasts, type Forecast } from '../forecast.ts';
import { useReadinessWords, type ClauseForecast, type ReadinessMap } from './readiness.web.ts';
import styles from './readiness.module.css';

const colors: Readonly<Record<Forecast, string>> = {
  major: 'red',
  minor: 'orange',
  open: 'grape',
  none: 'teal',
};
const shownFirst = 8;

/** What an auditor would find today: an estimate, and the clauses to look at first. */
export function ForecastCard(props: {
  readonly map: ReadinessMap;
  readonly chosen: string | undefined;
  readonly onChoose: (forecast: string | undefined) => void;
}) {
  const { map, chosen, onChoose } = props;
  const t = useReadinessWords();
  return (
    <Paper p="md" component="section" aria-label={t('readiness.forecast')}>
      <Tooltip label={t('readiness.forecast_hint')}>
        <Title order={2} size="h5" w="fit-content" mb={8}>{t(map.past ? 'readiness.forecast_past' : 'readiness.forecast')}</Title>
      </Tooltip>
      <SimpleGrid cols={4} spacing={6}>
        {forecasts.map((forecast) => (
          <Tooltip key={forecast} label={t(`readiness.forecast_long.${forecast}`)}>
            <button
              type="button"
              className={styles['verdict']}
              aria-pressed={chosen === forecast}
              onClick={() => onChoose(chosen === forecast ? undefined : forecast)}
            >
              <Text fz={22} lh="26px" fw={650} c={map.forecast.totals[forecast] > 0 ? `var(--mantine-color-${colors[forecast]}-text)` : 'dimmed'}>
                {map.forecast.totals[forecast]}
              </Text>
              <Text size="xs" lh="15px" c="dimmed">{t(`readiness.forecast_of.${forecast}`)}</Text>
            </button>
          </Tooltip>
        ))}
      </SimpleGrid>
    </Paper>
  );
} // prettier-ignore

/** Where most is to be lost; each shows its requirements. */
export function WorstClauses({ clauses }: { clauses: readonly ClauseForecast[] }) {
  const t = useReadinessWords();
  const worst = clauses
    .filter(({ major, minor }) => major + minor > 0)
    .toSorted((a, b) => b.major - a.major || b.minor - a.minor)
    .slice(0, shownFirst);
  if (worst.length === 0) return null;
  return (
    <Paper p="md" component="section" aria-label={t('readiness.worst')}>
      <Title order={2} size="h5" mb={8}>{t('readiness.worst')}</Title>
      <Stack gap={6}>
        {worst.map(({ clause, title, major, minor, systemic }) => (
          <Group key={clause} gap={8} wrap="nowrap" justify="space-between">
            <Anchor size="sm" truncate renderRoot={(p) => <Link {...p} to="/readiness" search={{ view: 'matrix', q: `${clause}-` }} />}>{clause} {title}</Anchor>
            <Tooltip label={t('readiness.systemic')} disabled={!systemic}>
              <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
                {major > 0 && <Badge size="sm" color="red" style={{ flexShrink: 0 }}>{major} {t('readiness.forecast_of.major')}</Badge>}
                {minor > 0 && <Badge size="sm" color="orange" style={{ flexShrink: 0 }}>{minor} {t('readiness.forecast_of.minor')}{systemic ? ' ↑' : ''}</Badge>}
              </Group>
            </Tooltip>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
} // prettier-ignore
