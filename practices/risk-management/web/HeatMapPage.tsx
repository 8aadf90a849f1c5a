import {
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useContext, useEffect, useState } from 'react';
import { DayInput } from '../../../kernel/web/field/DateInputs.tsx';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { ZoneContext } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { today } from '../../../platform/ui/zoned.ts';
import { HeatMap, type Cell } from './HeatMap.tsx';
import {
  colorOf,
  rate,
  useGuidance,
  useHeatMap,
  useRiskWords,
  type HeatMap as Data,
  type Kind,
} from './risk.web.ts';

type Item = Data['items'][number];
type View = 'now' | 'before';
const monthsBack = [3, 6, 12] as const;

function back(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

export default function HeatMapPage() {
  const t = useRiskWords();
  const now = today(useContext(ZoneContext));
  const guidance = useGuidance('risk');
  const [kind, setKind] = useState<Kind>('risk');
  const [view, setView] = useState<View>('now');
  const [day, setDay] = useState(now);
  const [chosen, setChosen] = useState<Cell>();
  const past = day < now;
  const map = useHeatMap(kind, past ? day : undefined);
  const present = useHeatMap(kind, undefined);
  useEffect(() => {
    document.title = `${t('risk_page.map.title')} · Servanda`;
  }, [t]);
  if (map.isError) return <ErrorState error={map.error} retry={() => void map.refetch()} />;
  if (map.isPending) return <Loading minHeight={480} />;
  const placed = (item: Item): Cell =>
    view === 'now' ? item : { likelihood: item.inherentLikelihood, impact: item.inherentImpact };
  const score = (item: Item) => placed(item).likelihood * placed(item).impact;
  const shown = map.data.items
    .filter((item) => !chosen || (placed(item).likelihood === chosen.likelihood && placed(item).impact === chosen.impact))
    .toSorted((a, b) => score(b) - score(a));
  const { value: criteria } = map.data.criteria;
  return (
    <Stack p="md" gap="sm" maw={1280}>
      <Group justify="space-between">
        <div>
          <Title order={1} size="h3">{t('risk_page.map.title')}</Title>
          <Text size="sm" c="dimmed">{t('risk_page.map.hint')}</Text>
        </div>
        <Button variant="default" renderRoot={(p) => <Link {...p} to={paths.queue('risks', { 'filter[open]': 'true' })} />}>{t('risk_page.map.list')}</Button>
      </Group>
      <Guidance {...guidance} />
      <Group gap="sm" align="flex-end">
        <SegmentedControl value={kind} onChange={(next) => setKind(next)} data={(['risk', 'opportunity'] as const).map((value) => ({ value, label: t(`risk.option.kind.${value}`) }))} />
        <SegmentedControl value={view} onChange={(next) => setView(next)} data={(['now', 'before'] as const).map((value) => ({ value, label: t(`risk_page.map.${value}`) }))} />
        <DayInput label={t('risk_page.map.as_of')} value={day} onChange={(next) => setDay(typeof next === 'string' && next !== '' ? next : now)} />
        <Group gap={4}>
          {monthsBack.map((count) => (
            <Button key={count} variant={day === back(now, count) ? 'light' : 'subtle'} onClick={() => setDay(back(now, count))}>{t('risk_page.map.months_ago', { count })}</Button>
          ))}
          <Button variant={past ? 'subtle' : 'light'} onClick={() => setDay(now)}>{t('risk_page.map.today')}</Button>
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        <Paper p="md">
          <HeatMap data={map.data} kind={kind} placed={placed} chosen={chosen} onChoose={setChosen} />
          {kind === 'risk' && <Text size="xs" c="dimmed" mt="sm">{t('risk_page.map.threshold', { threshold: criteria.acceptAbove })}</Text>}
        </Paper>
        <Stack gap="sm">
          <Panel title={chosen ? t('risk_page.map.cell', { ...chosen, count: shown.length }) : t('risk_page.map.all')}>
            {shown.length === 0 && <Text size="sm" c="dimmed">{t('risk_page.map.none')}</Text>}
            <Stack gap={8}>
              {shown.slice(0, 50).map((item) => (
                <Group key={item.id} gap={8} wrap="nowrap">
                  <Badge color={colorOf(rate(score(item), criteria), kind)} w={42}>{score(item)}</Badge>
                  <Anchor size="sm" truncate style={{ flex: 1 }} renderRoot={(p) => <Link {...p} to={paths.record('risks', item.number)} />}>{item.title}</Anchor>
                  <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>{t(`risk.state.${item.state as 'assessed'}`)}</Text>
                </Group>
              ))}
            </Stack>
          </Panel>
          {past && present.data && <Moved before={map.data.items} after={present.data.items} />}
        </Stack>
      </SimpleGrid>
    </Stack>
  );
} // prettier-ignore

/** What is larger, smaller, new or gone since that day. */
function Moved({ before, after }: { before: readonly Item[]; after: readonly Item[] }) {
  const t = useRiskWords();
  const score = ({ likelihood, impact }: Item) => likelihood * impact;
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  const moved = [
    ...after.flatMap((item) => {
      const then = old.get(item.id);
      if (!then) return [{ item, text: t('risk_page.map.new', { after: score(item) }) }];
      return score(then) === score(item) ? [] : [{ item, text: t('risk_page.map.was', { before: score(then), after: score(item) }) }];
    }),
    ...before.filter(({ id }) => !now.has(id)).map((item) => ({ item, text: t('risk_page.map.gone', { before: score(item) }) })),
  ];
  return (
    <Panel title={t('risk_page.map.moved')}>
      {moved.length === 0 && <Text size="sm" c="dimmed">{t('risk_page.map.moved_none')}</Text>}
      <Stack gap={6}>
        {moved.slice(0, 40).map(({ item, text }) => (
          <Group key={item.id} gap={8} wrap="nowrap" justify="space-between">
            <Anchor size="sm" truncate renderRoot={(p) => <Link {...p} to={paths.record('risks', item.number)} />}>{item.title}</Anchor>
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>{text}</Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
} // prettier-ignore
