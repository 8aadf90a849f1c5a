import { Anchor, Badge, Button, Group, Paper, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { IconBook2, IconPlus, IconScale } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useContext, useEffect, useState } from 'react';
import { StateBadge } from '../../../kernel/web/field/StateBadge.tsx';
import { Guidance } from '../../../kernel/web/guidance/Guidance.tsx';
import { paths } from '../../../kernel/web/paths.ts';
import { useMetaType } from '../../../kernel/web/queries.ts';
import { useFormat, ZoneContext } from '../../../platform/ui/format.ts';
import { ErrorState, Loading } from '../../../platform/ui/States.tsx';
import { today } from '../../../platform/ui/zoned.ts';
import { Adopt } from './Adopt.tsx';
import {
  useAmount,
  useGuidance,
  usePlan,
  useReportingWords,
  useWanted,
  type PlanRow,
} from './reporting.web.ts';
import { Spark } from './Spark.tsx';
import { Verdict } from './Verdict.tsx';

const subjects = ['service', 'process', 'system'] as const;

/** 9.1 on one page: every figure with what is wanted, what it was, who analyses it, and when it is evaluated next. */
export default function PlanPage() {
  const t = useReportingWords();
  const guidance = useGuidance('plan');
  const meta = useMetaType('measurement');
  const plan = usePlan();
  const [adopting, setAdopting] = useState(false);
  useEffect(() => {
    document.title = `${t('reporting_page.plan.title')} · Servanda`;
  }, [t]);
  if (plan.isError) return <ErrorState error={plan.error} retry={() => void plan.refetch()} />;
  if (plan.isPending) return <Loading minHeight={420} />;
  const { items } = plan.data;
  return (
    <Stack p="md" gap="sm" maw={1360}>
      <Group justify="space-between">
        <div>
          <Title order={1} size="h3">{t('reporting_page.plan.title')}</Title>
          <Text size="sm" c="dimmed">{t('reporting_page.plan.hint')}</Text>
        </div>
        <Group gap="xs">
          <Button variant="default" leftSection={<IconScale size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.queue('performance-evaluations')} />}>
            {t('reporting_page.plan.evaluations')}
          </Button>
          {meta.create.allowed && (
            <Button variant="default" leftSection={<IconBook2 size={15} aria-hidden />} onClick={() => setAdopting(true)}>{t('reporting_page.plan.adopt')}</Button>
          )}
          {meta.create.allowed && (
            <Button leftSection={<IconPlus size={15} aria-hidden />} renderRoot={(p) => <Link {...p} to={paths.create('measurements')} />}>{t('measurement.create')}</Button>
          )}
        </Group>
      </Group>
      <Guidance {...guidance} />
      {items.length === 0 && <Paper p="md"><Text size="sm" c="dimmed">{t('reporting_page.plan.none')}</Text></Paper>}
      {subjects.map((subject) => <Part key={subject} subject={subject} rows={items.filter((row) => row.subject === subject)} />)}
      {adopting && <Adopt onClose={() => setAdopting(false)} />}
    </Stack>
  );
} // prettier-ignore

function Part({ subject, rows }: { subject: (typeof subjects)[number]; rows: readonly PlanRow[] }) {
  const t = useReportingWords();
  if (rows.length === 0) return null;
  const title = t(`measurement.option.subject.${subject}`);
  return (
    <Paper p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb={6}>{title}</Title>
      <ScrollArea type="auto">
        <Table fz="sm" verticalSpacing={6} miw={900}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="32%">{t('reporting_page.plan.figure')}</Table.Th>
              <Table.Th>{t('reporting_page.plan.wanted')}</Table.Th>
              <Table.Th>{t('reporting_page.plan.last')}</Table.Th>
              <Table.Th>{t('reporting_page.plan.trend')}</Table.Th>
              <Table.Th>{t('measurement.field.analystId')}</Table.Th>
              <Table.Th>{t('reporting_page.plan.evaluated')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{rows.map((row) => <Line key={row.number} row={row} />)}</Table.Tbody>
        </Table>
      </ScrollArea>
    </Paper>
  );
} // prettier-ignore

function Line({ row }: { row: PlanRow }) {
  const t = useReportingWords();
  const format = useFormat();
  const amount = useAmount();
  const wanted = useWanted();
  const meta = useMetaType('measurement');
  const day = today(useContext(ZoneContext));
  const late = row.evaluationDueOn !== null && row.evaluationDueOn < day && row.state === 'in_force';
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={8} wrap="nowrap">
          <div>
            <Anchor fw={600} renderRoot={(p) => <Link {...p} to={paths.record('measurements', row.number)} />}>{row.title}</Anchor>
            <Text size="xs" c="dimmed">
              {[row.clause, t(`measurement.option.frequency.${row.frequency}`), row.about === null ? null : t('reporting_page.plan.of_customer', { name: row.about })].filter((part) => part !== null).join(' · ')}
            </Text>
          </div>
          {row.state !== 'in_force' && <StateBadge meta={meta} state={row.state} size="sm" />}
        </Group>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{wanted(row.unit, row.direction, row.target)}</Table.Td>
      <Table.Td>
        {row.last === null ? <Text size="xs" c="dimmed">{t('reporting_page.plan.not_kept')}</Text> : (
          <Group gap={8} wrap="nowrap">
            <div>
              <Text size="sm" fw={600}>{amount(row.unit, row.last.value)}</Text>
              <Text size="xs" c="dimmed">{format.month(`${row.last.from}T12:00:00Z`)} · n = {format.number(row.last.n)}</Text>
            </div>
            <Verdict met={row.met} />
          </Group>
        )}
      </Table.Td>
      <Table.Td><Spark values={row.trend} target={row.direction === 'observe' ? null : row.target} label={`${row.title}: ${t('reporting_page.plan.trend')}`} /></Table.Td>
      <Table.Td>{row.analyst}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {row.evaluationDueOn === null ? '–' : format.day(row.evaluationDueOn)}
        {late && <Badge ml={6} color="orange">{t('reporting_page.plan.overdue')}</Badge>}
      </Table.Td>
    </Table.Tr>
  );
} // prettier-ignore
