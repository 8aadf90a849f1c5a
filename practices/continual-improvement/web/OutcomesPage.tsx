import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useLabels } from '../../../kernel/web/words.ts';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { Empty, ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { today } from '../../../platform/ui/zoned.ts';
import { ThreeValues } from './ComparisonPanel.tsx';
import { OutcomesGuidance } from './ImprovementGuidance.tsx';
import { useImprovementWords, useOutcomes, type Outcome } from './improvement.web.ts';

const usualMonths = 6;

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

/** Claimed against found of half a year, each with period and n. */
export default function OutcomesPage() {
  const t = useImprovementWords();
  const zone = useContext(ZoneContext);
  const [to, setTo] = useState(() => today(zone));
  const [from, setFrom] = useState(() => monthsBefore(today(zone), usualMonths));
  const found = useOutcomes(from, to);
  return (
    <Stack gap="sm" p="md" maw={1100}>
      <Group justify="space-between" align="flex-end">
        <div style={{ flex: '1 1 380px' }}>
          <Title order={1} size="h3">{t('improvement_page.outcomes.title')}</Title>
          <Text size="sm" c="dimmed">{t('improvement_page.outcomes.hint')}</Text>
        </div>
        <Group gap="xs" align="flex-end">
          <DayInput label={t('improvement_page.outcomes.from')} value={from} onChange={(day) => setFrom(day ?? '')} />
          <DayInput label={t('improvement_page.outcomes.to')} value={to} onChange={(day) => setTo(day ?? '')} />
          <Button variant="default" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            {t('improvement_page.outcomes.print')}
          </Button>
        </Group>
      </Group>
      <OutcomesGuidance />
      {found.isError && <ErrorState error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && (
        <>
          {found.data.n > 0 && (
            <Text size="sm" fw={600}>
              {t('improvement_page.outcomes.summary', { met: String(found.data.met), n: String(found.data.n) })}
            </Text>
          )}
          {found.data.n === 0 && <Empty title={t('improvement_page.outcomes.none')} />}
          {found.data.items.map((one) => <One key={one.number} one={one} />)}
        </>
      )}
    </Stack>
  );
} // prettier-ignore

function One({ one }: { one: Outcome }) {
  const t = useImprovementWords();
  const labels = useLabels();
  return (
    <Paper p="md" component="section" aria-label={`${one.number} ${one.title}`}>
      <Group justify="space-between" mb="xs" gap="xs" align="flex-start">
        <div>
          <Anchor fw={600} renderRoot={(p) => <Link {...p} to={paths.record('improvements', one.number)} />}>
            {one.number} {one.title}
          </Anchor>
          <Text size="xs" c="dimmed">
            {[one.measureKey === null ? one.metric : labels.measure(one.measureKey), one.owner].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap={8}>
          {one.confidence !== null && (
            <Text size="xs" c="dimmed">
              {t('improvement_page.confidence_of', { confidence: t(`improvement.option.confidence.${one.confidence}`) })}
            </Text>
          )}
          {one.attainment !== null && <Text size="sm">{t('improvement_page.of_way', { percent: String(one.attainment) })}</Text>}
          <Badge color={one.targetMet === true ? 'teal' : 'orange'}>
            {t(`improvement_page.${one.targetMet === true ? 'met' : 'missed'}`)}
          </Badge>
        </Group>
      </Group>
      <ThreeValues of={one} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm">
        <div>
          <Text size="xs" c="dimmed">{t('improvement_page.claimed')}</Text>
          <Text size="sm">{one.claimedBenefit ?? '–'}</Text>
        </div>
        <div>
          <Text size="xs" c="dimmed">{t('improvement_page.found_benefit')}</Text>
          <Text size="sm">{[one.foundBenefit, one.followUp].filter(Boolean).join(' → ') || '–'}</Text>
        </div>
      </SimpleGrid>
    </Paper>
  );
} // prettier-ignore
