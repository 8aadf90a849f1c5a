import { Paper, Text } from '@mantine/core';
import { RecordActions } from '../../../kernel/web/action/RecordActions.tsx';
import { value } from '../../../kernel/web/contract.ts';
import { Course } from '../../../kernel/web/record/Course.tsx';
import { Fields, Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { ComparisonPanel } from './ComparisonPanel.tsx';
import { ImprovementGuidance } from './ImprovementGuidance.tsx';
import { useImprovementWords } from './improvement.web.ts';
import { overrides } from './overrides.tsx';

const first = [
  'description',
  'objective',
  'claimedBenefit',
  'aims',
  'origin',
  'sourceId',
  'sourceNote',
  'ownerId',
  'sponsorId',
  'serviceId',
  'orgUnitId',
];
const decision = [
  'scores',
  'score',
  'decisionReason',
  'scoredAt',
  'scoredById',
  'decidedAt',
  'decidedById',
  'sodException',
];
const plan = [
  'measureKey', 'metric', 'direction', 'plan', 'dueOn', 'effortDays', 'result', 'implementedAt', 'implementedById', 'measuredAt', 'measuredById',
  'followUp', 'reportedTo', 'reportedAt',
]; // prettier-ignore
const hidden = [
  ...decision, ...plan, 'criteriaVersion', 'unit', 'targetValue', 'targetOn', 'baselineValue', 'baselineN', 'baselineFrom', 'baselineTo', 'foundValue',
  'foundN', 'foundFrom', 'foundTo', 'foundBenefit', 'attainment', 'targetMet', 'confidence', 'plannedAt',
]; // prettier-ignore
const primary = ['score', 'approve', 'refuse', 'plan', 'implement', 'measure', 'report', 'plan_again'];
const way = [
  ['idea'],
  ['scored', 'refused'],
  ['approved'],
  ['planned'],
  ['implemented'],
  ['measured'],
  ['reported'],
] as const;
const planStands = new Set(['planned', 'implemented', 'measured', 'reported']);

function Main({ meta, record }: SectionProps) {
  const t = useImprovementWords();
  return (
    <>
      <Paper p="md" component="section" aria-label={t('improvement_page.course')}>
        <Course meta={meta} record={record} way={way} label={t('improvement_page.course')} />
      </Paper>
      <ComparisonPanel record={record} />
    </>
  );
}

function Below({ meta, record }: SectionProps) {
  const t = useImprovementWords();
  const version = value(record, 'criteriaVersion');
  return (
    <>
      {typeof version === 'number' && (
        <Panel
          title={t('improvement_page.decision')}
          aside={
            <Text size="xs" c="dimmed">
              {t('improvement_page.by_criteria', { version: String(version) })}
            </Text>
          }
        >
          <Fields meta={meta} record={record} names={decision} overrides={overrides} />
        </Panel>
      )}
      {(planStands.has(record.state) || record.state === 'approved') && (
        <Panel title={t('improvement_page.plan')}>
          <Fields meta={meta} record={record} names={plan} overrides={overrides} />
        </Panel>
      )}
      {planStands.has(record.state) && <RecordActions record={record} title={record.title} />}
    </>
  );
}

const sections = {
  main: (props: SectionProps) => <Main {...props} />,
  below: (props: SectionProps) => <Below {...props} />,
  side: () => <ImprovementGuidance />,
};

export default function ImprovementPage() {
  return (
    <RecordPage type="improvement" first={first} hidden={hidden} primary={primary} sections={sections} overrides={overrides} />
  );
} // prettier-ignore
