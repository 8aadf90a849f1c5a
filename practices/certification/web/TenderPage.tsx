import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf, IconFileZip, IconInfoCircle } from '@tabler/icons-react';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { useFormat } from '../../../platform/ui/format.ts';
import type { Contents, ShownFigure } from '../tender-pack.fields.ts';
import { useCertificationWords, useFigures, useGuidance } from './certification.web.ts';
import { tenderOverrides } from './tender-fields.tsx';

const first = ['buyer', 'periodFrom', 'periodTo', 'certificateIds', 'measureKeys', 'madeAt', 'ownerId'];
const hidden = ['contents'];
const sections = {
  main: ({ record }: SectionProps) => <Made record={record} />,
  side: () => <Side />,
};

const Side = () => <GuidancePanel {...useGuidance('tender')} />;
const papers = [
  { language: 'en', label: 'in_en' },
  { language: 'zh-CN', label: 'in_zh' },
] as const;

/** Where it is fetched, and what stands in it. */
function Made({ record }: { readonly record: Whole }) {
  const t = useCertificationWords();
  const format = useFormat();
  const contents = value(record, 'contents') as Contents | null;
  if (contents === null) return null;
  const at = (rest: string) => `/api/v1/tender-packs/${record.number}/${rest}`;
  return (
    <Panel title={t('certification_page.pack.figures')}>
      <Stack gap="sm">
        <Group gap={8}>
          <Button component="a" href={at('archive')} leftSection={<IconFileZip size={16} aria-hidden />}>{t('certification_page.pack.zip')}</Button>
          {papers.map(({ language, label }) => (
            <Button key={language} variant="default" component="a" target="_blank" href={at(`paper?format=pdf&language=${language}`)} leftSection={<IconFileTypePdf size={16} aria-hidden />}>
              {t('certification_page.pack.pdf')} · {t(`certification_page.pack.${label}`)}
            </Button>
          ))}
          {papers.map(({ language, label }) => (
            <Button key={language} variant="subtle" component="a" href={at(`paper?format=docx&language=${language}`)} leftSection={<IconFileTypeDocx size={16} aria-hidden />}>
              {t('certification_page.pack.word')} · {t(`certification_page.pack.${label}`)}
            </Button>
          ))}
        </Group>
        <Alert py={6} color="gray" icon={<IconInfoCircle size={17} aria-hidden />}>{t('certification_page.pack.made', { when: format.dateTime(contents.at) })}</Alert>
        <Figures figures={contents.figures} />
      </Stack>
    </Panel>
  );
} // prettier-ignore

function Figures({ figures }: { readonly figures: readonly ShownFigure[] }) {
  const t = useCertificationWords();
  const known = useFigures().data;
  const format = useFormat();
  const said = ({ value: amount, unit }: ShownFigure) =>
    amount === null ? t('certification_page.pack.none')
    : unit === 'percent' ? format.percent(amount / 100)
    : unit === 'ms' ? format.hours(amount)
    : format.number(amount);
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing={6} aria-label={t('certification_page.pack.figures')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('certification_page.pack.figure')}</Table.Th>
            <Table.Th ta="right">{t('certification_page.pack.value')}</Table.Th>
            <Table.Th ta="right">{t('certification_page.pack.n')}</Table.Th>
            <Table.Th ta="right">{t('certification_page.pack.excluded')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((one) => (
            <Table.Tr key={one.key}>
              <Table.Td>
                <Text size="sm">{known?.get(one.key)?.name ?? one.key}</Text>
                <Text size="xs" c="dimmed">{known?.get(one.key)?.formula}</Text>
              </Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>{said(one)}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>{one.numerator === undefined ? format.number(one.n) : `${format.number(one.numerator)} / ${format.number(one.n)}`}</Table.Td>
              <Table.Td ta="right">{one.excluded === undefined ? '–' : format.number(one.excluded)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
} // prettier-ignore

export default function TenderPage() {
  return <RecordPage type="tender-pack" overrides={tenderOverrides} first={first} hidden={hidden} sections={sections} register />;
} // prettier-ignore
