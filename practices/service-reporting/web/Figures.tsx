import { Alert, Badge, Button, Group, ScrollArea, Stack, Table, Text, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDownRight,
  IconArrowRight,
  IconArrowUpRight,
  IconFileTypeDocx,
  IconFileTypePdf,
} from '@tabler/icons-react';
import { text, value, type Whole } from '../../../kernel/web/contract.ts';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import { useLanguage } from '../../../platform/ui/words.ts';
import { courseOf } from '../amount.ts';
import type { Contents, Shown } from '../service-report.fields.ts';
import { useAmount, useAround, useReportingWords, useWanted, type ReportAround } from './reporting.web.ts';
import { Spark } from './Spark.tsx';
import { Records, Verdict } from './Verdict.tsx';

const formats = [
  { format: 'pdf', icon: IconFileTypePdf, label: 'pdf' },
  { format: 'docx', icon: IconFileTypeDocx, label: 'word' },
] as const;

/** The report as its readers get it: what was said, and every figure against its target and the former period. */
export function Figures({ record }: { readonly record: Whole }) {
  const t = useReportingWords();
  const format = useFormat();
  const language = useLanguage();
  const names = useAround(record.number).data?.names ?? {};
  const contents = value(record, 'contents') as Contents | null;
  if (contents === null) return <Panel title={t('reporting_page.report.title')}><Text size="sm" c="dimmed">{t('reporting_page.report.not_drafted')}</Text></Panel>;
  const paper = (file: string) => `/api/v1/service-reports/${record.number}/paper?format=${file}&language=${language}`;
  return (
    <Panel
      title={t('reporting_page.report.title')}
      aside={
        <Group gap={6}>
          <Text size="xs" c="dimmed">{t('reporting_page.report.as_of', { date: format.dateTime(contents.at) })}</Text>
          {formats.map(({ format: file, icon: Icon, label }) => (
            <Button key={file} variant="default" size="compact-sm" leftSection={<Icon size={15} aria-hidden />} component="a" href={paper(file)} target="_blank">{t(`reporting_page.report.${label}`)}</Button>
          ))}
        </Group>
      }
    >
      <Stack gap="sm">
        <Mark shown={contents.empty} title={t('reporting_page.report.empty')} words={text(record, 'emptyReason')} />
        <Mark shown={contents.provisional} title={t('reporting_page.report.provisional')} words={text(record, 'provisionalReason')} />
        <Said title={t('reporting_page.report.summary')} words={text(record, 'commentary')} />
        <FigureTable figures={contents.figures} names={names} />
        <Said title={t('reporting_page.report.proposals')} words={text(record, 'proposals')} />
      </Stack>
    </Panel>
  );
} // prettier-ignore

function Mark({ shown, title, words }: { shown: boolean; title: string; words: string }) {
  return shown ? <Alert color="orange" icon={<IconAlertTriangle size={18} aria-hidden />} title={title}>{words}</Alert> : null;
} // prettier-ignore

function Said({ title, words }: { title: string; words: string }) {
  if (words === '') return null;
  return (
    <div>
      <Text size="xs" c="dimmed">{title}</Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{words}</Text>
    </div>
  );
} // prettier-ignore

function FigureTable({ figures, names }: { figures: readonly Shown[]; names: ReportAround['names'] }) {
  const t = useReportingWords();
  const amount = useAmount();
  const wanted = useWanted();
  const format = useFormat();
  return (
    <ScrollArea type="auto">
      <Table fz="sm" verticalSpacing={6} miw={760}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="34%">{t('reporting_page.plan.figure')}</Table.Th>
            <Table.Th>{t('reporting_page.values.value')}</Table.Th>
            <Table.Th>{t('reporting_page.report.target')}</Table.Th>
            <Table.Th>{t('reporting_page.report.former')}</Table.Th>
            <Table.Th>{t('reporting_page.plan.trend')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((one) => (
            <Table.Tr key={one.key}>
              <Table.Td>
                <Tooltip label={names[one.key]?.formula} disabled={names[one.key] === undefined} multiline maw={380}>
                  <Text size="sm" fw={600} span>{names[one.key]?.name ?? one.key}</Text>
                </Tooltip>
                <Group gap={8}>
                  <Text size="xs" c="dimmed">{one.clause}</Text>
                  <Records records={one.records} />
                </Group>
                {one.standing && <Badge size="xs" color="gray">{t('reporting_page.report.standing')}</Badge>}
              </Table.Td>
              <Table.Td>
                <Group gap={8} wrap="nowrap">
                  <Text size="sm" fw={600}>{amount(one.unit, one.value)}</Text>
                  <Verdict met={one.met} />
                </Group>
                <Text size="xs" c="dimmed">
                  {one.numerator === undefined ? `n = ${format.number(one.n)}` : `${format.number(one.numerator)} / ${format.number(one.n)}`}
                  {one.excluded !== undefined && one.excluded > 0 && ` · ${t('reporting_page.values.excluded')} ${format.number(one.excluded)}`}
                </Text>
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{wanted(one.unit, one.direction, one.target)}</Table.Td>
              <Table.Td><Former figure={one} /></Table.Td>
              <Table.Td><Spark values={one.trend.map(({ value: point }) => point)} target={one.direction === 'observe' ? null : one.target} label={`${names[one.key]?.name ?? one.key}: ${t('reporting_page.plan.trend')}`} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
} // prettier-ignore

/** With fewer than twenty counted on either side no arrow is shown (0.5). */
function Former({ figure }: { figure: Shown }) {
  const t = useReportingWords();
  const amount = useAmount();
  if (figure.former === null || figure.former.value === null) return <Text size="sm" c="dimmed">–</Text>;
  const course = courseOf(figure);
  const rises = (figure.value ?? 0) > figure.former.value;
  const Icon = course === 'same' ? IconArrowRight : rises ? IconArrowUpRight : IconArrowDownRight;
  return (
    <Group gap={4} wrap="nowrap">
      <Text size="sm">{amount(figure.unit, figure.former.value)}</Text>
      {course !== 'few' && (
        <Tooltip label={t(`reporting_page.report.${course}`)}>
          <Icon size={16} role="img" aria-label={t(`reporting_page.report.${course}`)} color={`var(--mantine-color-${course === 'better' ? 'teal' : course === 'worse' ? 'red' : 'gray'}-text)`} />
        </Tooltip>
      )}
    </Group>
  );
} // prettier-ignore
