import { Stack, Table, Text } from '@mantine/core';
import { RecordActions } from '../../../kernel/web/action/RecordActions.tsx';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import type { Basis, BasisLine } from '../evaluation.basis.ts';
import type { Unit } from '../figures.ts';
import { frozenOverrides } from './frozen-fields.tsx';
import { useAmount, useGuidance, useReportingWords, useWanted } from './reporting.web.ts';
import { Records, Verdict } from './Verdict.tsx';

const first = [
  'kind',
  'serviceId',
  'ownerId',
  'periodFrom',
  'periodTo',
  'verdict',
  'conclusion',
  'concludedById',
  'concludedOn',
];
const sections = {
  main: ({ record }: SectionProps) => <Grounds record={record} />,
  below: ({ record }: SectionProps) =>
    record.state === 'concluded' ? <RecordActions record={record} title={record.title} /> : null,
  side: () => <Side />,
};

function Side() {
  return <GuidancePanel {...useGuidance('evaluation')} />;
}

/** What it rests on, as it was when it was concluded. */
function Grounds({ record }: { record: Whole }) {
  const t = useReportingWords();
  const basis = value(record, 'basis') as Basis | null;
  return (
    <Panel title={t('reporting_page.basis.title')}>
      {basis === null ? <Text size="sm" c="dimmed">{t('reporting_page.basis.none')}</Text> : (
        <Stack gap="md">
          <Lines title={t('reporting_page.basis.objectives')} lines={basis.objectives} />
          <Lines title={t('reporting_page.basis.figures')} lines={basis.figures} />
        </Stack>
      )}
    </Panel>
  );
} // prettier-ignore

function Lines({ title, lines }: { title: string; lines: readonly BasisLine[] }) {
  const amount = useAmount();
  const wanted = useWanted();
  if (lines.length === 0) return null;
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>{title}</Text>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Tbody>
          {lines.map((one) => (
            <Table.Tr key={one.key}>
              <Table.Td>{one.title}</Table.Td>
              <Table.Td fw={600}>{amount(one.unit as Unit | null, one.value)}</Table.Td>
              <Table.Td>{wanted(one.unit as Unit | null, one.direction, one.target)}</Table.Td>
              <Table.Td><Verdict met={one.met} /></Table.Td>
              <Table.Td c="dimmed">{one.n === null ? '' : `n = ${one.n}`}</Table.Td>
              <Table.Td>{one.records !== null && <Records records={{ all: one.records }} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
} // prettier-ignore

export default function EvaluationPage() {
  return (
    <RecordPage
      type="performance-evaluation"
      overrides={frozenOverrides}
      first={first}
      hidden={['basis']}
      primary={['conclude']}
      sections={sections}
    />
  );
}
