import { Alert, Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { RecordActions } from '../../../kernel/web/action/RecordActions.tsx';
import { value, type Whole } from '../../../kernel/web/contract.ts';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import type { Rating } from '../criteria.ts';
import { riskOverrides } from './risk-fields.tsx';
import { colorOf, useGuidance, useRiskWords, type Kind } from './risk.web.ts';

const first = [
  'kind', 'category', 'ownerId', 'cause', 'event', 'consequence', 'customerImpact', 'serviceIds', 'organisationIds', 'issueIds', 'requirementIds',
  'obligationIds', 'treatment', 'treatmentDueOn', 'treatmentPlan', 'effectiveness', 'effectivenessNote', 'acceptanceReason', 'acceptedById', 'acceptedOn',
]; // prettier-ignore
const hidden = ['score', 'rating', 'residualScore', 'residualRating', 'aboveThreshold'];
const primary = ['assess', 'plan', 'start', 'judge', 'accept', 'review'];

const sections = {
  main: ({ record }: SectionProps) => <Size record={record} />,
  below: ({ record }: SectionProps) => (record.state === 'identified' ? null : <Acts record={record} />),
  side: () => <Side />,
};

const Side = () => <GuidancePanel {...useGuidance('risk')} />;

function Acts({ record }: { record: Whole }) {
  const t = useRiskWords();
  return (
    <RecordActions
      record={record}
      title={t('risk_page.action_title', { title: record.title }).slice(0, 200)}
    />
  );
}

/** How large it was, how large it is, and whether that may be. */
function Size({ record }: { record: Whole }) {
  const t = useRiskWords();
  const above = value(record, 'aboveThreshold') === true && value(record, 'acceptedByTop') !== true;
  return (
    <Panel title={t('risk_page.rating')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <One record={record} title={t('risk_page.inherent')} names={['likelihood', 'impact', 'score', 'rating']} />
        <One record={record} title={t('risk_page.residual')} names={['residualLikelihood', 'residualImpact', 'residualScore', 'residualRating']} />
      </SimpleGrid>
      {above && <Alert mt="sm" py={8} color="orange" icon={<IconAlertTriangle size={18} aria-hidden />}>{t('risk_page.above')}</Alert>}
    </Panel>
  );
} // prettier-ignore

function One({ record, title, names }: { record: Whole; title: string; names: readonly [string, string, string, string] }) {
  const t = useRiskWords();
  const [likelihood, impact, score, rating] = names.map((name) => value(record, name));
  const kind: Kind = value(record, 'kind') === 'opportunity' ? 'opportunity' : 'risk';
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">{title}</Text>
      {typeof score === 'number' ? (
        <Group gap={10}>
          <Text fz={22} fw={650} lh={1}>{t('risk_page.score', { likelihood: Number(likelihood), impact: Number(impact), score })}</Text>
          <Badge size="lg" color={colorOf(rating as Rating, kind)}>{t(`risk.option.rating.${rating as Rating}`)}</Badge>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">{t('risk_page.unrated')}</Text>
      )}
    </Stack>
  );
} // prettier-ignore

export default function RiskPage() {
  return (
    <RecordPage
      type="risk"
      overrides={riskOverrides}
      first={first}
      hidden={hidden}
      primary={primary}
      sections={sections}
      register
    />
  );
}
