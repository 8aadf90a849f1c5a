import { Alert, Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { text, value, type Whole } from '../../../kernel/web/contract.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { parseQuery } from '../../../platform/ui/search-params.ts';
import {
  sign,
  useAmount,
  useCourse,
  useObjectiveWords,
  type CoursePoint,
  type Gap,
} from './objective.web.ts';

const height = 170;
const pad = { left: 46, right: 12, top: 12, bottom: 22 };

/** Period by period against the target; below it the same as a table, each value with its records. */
export function Course({ record }: { record: Whole }) {
  const t = useObjectiveWords();
  const format = useFormat();
  const amount = useAmount();
  const course = useCourse(record.number).data;
  if (!course) return null;
  const [target, baseline] = [value(record, 'target'), value(record, 'baseline')].map((one) => (typeof one === 'number' ? one : null));
  const unit = text(record, 'unit') || null;
  const points = course.items;
  return (
    <>
      <Panel
        title={t('objective_page.course.title')}
        aside={
          <Group gap="md">
            <Text size="sm" c="dimmed">{t('objective_page.baseline')} {amount(baseline ?? null, unit)}</Text>
            <Text size="sm" fw={600}>{t('objective_page.target')} {sign(value(record, 'direction'))} {amount(target ?? null, unit)}</Text>
          </Group>
        }
      >
        {points.length === 0 && <Text size="sm" c="dimmed">{t('objective_page.no_periods')}</Text>}
        {points.length > 1 && <Chart points={points} target={target ?? null} baseline={baseline ?? null} />}
        {points.length > 0 && (
          <Table fz="sm" verticalSpacing={5}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('objective_page.course.period')}</Table.Th>
                <Table.Th>{t('objective_page.course.value')}</Table.Th>
                <Table.Th>{t('objective_page.course.n')}</Table.Th>
                <Table.Th />
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {points.toReversed().map((point) => (
                <Table.Tr key={point.from}>
                  <Table.Td>{format.day(point.from)} – {format.day(point.to)}</Table.Td>
                  <Table.Td fw={600}>{amount(point.value, unit)}</Table.Td>
                  <Table.Td c="dimmed">{point.n ?? ''}</Table.Td>
                  <Table.Td>
                    {point.met !== null && point.state !== 'running' && <Badge color={point.met ? 'teal' : 'red'}>{t(point.met ? 'objective_page.met' : 'objective_page.not_met')}</Badge>}
                  </Table.Td>
                  <Table.Td>
                    <Group gap={8}>
                      <Text size="xs" c={point.state === 'missing' ? 'orange' : 'dimmed'}>{t(`objective_page.state.${point.state}`)}</Text>
                      {point.records !== null && <Records path={point.records} />}
                      {point.note !== null && <Text size="xs" c="dimmed">{point.note}</Text>}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Panel>
      {course.gaps !== null && <Coverage gaps={course.gaps} />}
    </>
  );
} // prettier-ignore

function Records({ path }: { path: string }) {
  const t = useObjectiveWords();
  const [plural = '', query = ''] = path.split('?');
  return (
    <Anchor size="xs" renderRoot={(p) => <Link {...p} to={`/${plural}`} search={parseQuery(query)} />}>
      {t('objective_page.records')}
    </Anchor>
  );
}

function Chart({ points, target, baseline }: { points: readonly CoursePoint[]; target: number | null; baseline: number | null }) {
  const { ref, width: measured } = useElementSize();
  const width = Math.max(280, measured);
  const t = useObjectiveWords();
  const format = useFormat();
  const values = [...points.map(({ value: one }) => one), target, baseline].filter((one) => one !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || Math.abs(high) || 1;
  const [bottom, top] = [low - span * 0.15, high + span * 0.15];
  const x = (i: number) => pad.left + (i * (width - pad.left - pad.right)) / Math.max(1, points.length - 1);
  const y = (one: number) => height - pad.bottom - ((one - bottom) / (top - bottom)) * (height - pad.top - pad.bottom);
  const told = points.flatMap((point, i) => (point.value === null ? [] : [{ ...point, value: point.value, i }]));
  const line = told.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.i).toFixed(1)} ${y(point.value).toFixed(1)}`).join(' ');
  const level = (one: number, dash: string, color: string) => (
    <line x1={pad.left} x2={width - pad.right} y1={y(one)} y2={y(one)} stroke={color} strokeDasharray={dash} strokeWidth={1.5} />
  );
  return (
    <div ref={ref}>
    <svg width={width} height={height} role="img" aria-label={t('objective_page.course.title')} style={{ display: 'block' }}>
      {[low, high].map((one) => (
        <text key={one} x={pad.left - 6} y={y(one) + 4} textAnchor="end" fontSize={11} fill="var(--mantine-color-dimmed)">{format.number(Math.round(one * 10) / 10)}</text>
      ))}
      {baseline !== null && level(baseline, '2 4', 'var(--mantine-color-dimmed)')}
      {target !== null && level(target, '6 4', 'var(--mantine-color-teal-text)')}
      <path d={line} fill="none" stroke="var(--mantine-primary-color-filled)" strokeWidth={2} />
      {told.map((point) => (
        <circle key={point.from} cx={x(point.i)} cy={y(point.value)} r={4} fill={point.met === false ? 'var(--mantine-color-red-filled)' : 'var(--mantine-color-teal-filled)'} opacity={point.state === 'running' ? 0.45 : 1} />
      ))}
      {[points[0], points.at(-1)].map((point, at) => point && (
        <text key={point.from} x={at === 0 ? pad.left : width - pad.right} y={height - 5} textAnchor={at === 0 ? 'start' : 'end'} fontSize={11} fill="var(--mantine-color-dimmed)">{format.day(point.from)}</text>
      ))}
    </svg>
    </div>
  );
} // prettier-ignore

function Coverage({ gaps }: { gaps: readonly Gap[] }) {
  const t = useObjectiveWords();
  return (
    <Panel title={t('objective_page.coverage.title')}>
      {gaps.length === 0 ? (
        <Group gap={8}>
          <IconCircleCheck size={18} color="var(--mantine-color-teal-text)" aria-hidden />
          <Text size="sm">{t('objective_page.coverage.whole')}</Text>
        </Group>
      ) : (
        <Alert color="orange" icon={<IconAlertTriangle size={18} aria-hidden />} title={t('objective_page.coverage.gaps')}>
          <Group gap={6}>
            {gaps.map(({ day, from, to }) => (
              <Badge key={`${day}${from}`} color="orange">{t(`objective_page.coverage.day.${day}`)} {from}–{to}</Badge>
            ))}
          </Group>
        </Alert>
      )}
    </Panel>
  );
} // prettier-ignore
