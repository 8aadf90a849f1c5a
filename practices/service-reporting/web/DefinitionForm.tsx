import { Group, Paper, Select, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { GuidancePanel } from '../../../kernel/web/guidance/Guidance.tsx';
import { RecordForm } from '../../../kernel/web/record/RecordForm.tsx';
import type { Query } from '../../../platform/ui/search-params.ts';
import { reportingOverrides } from './reporting-fields.tsx';
import { useGuidance, useReportingWords } from './reporting.web.ts';

const order = [
  'title', 'audience', 'customerId', 'serviceId', 'purpose', 'decides', 'figures', 'frequency', 'startsOn', 'dueDays', 'ownerId', 'recipientIds',
]; // prettier-ignore

/** Restoring, satisfaction, working together, staying: what half a year of service management is to change. */
const outcomeFigures = [
  'incident.mttr', 'incident.resolution_attainment', 'incident.reassignment_rate', 'incident.reopen_rate', 'rating.satisfied', 'rating.mean_score',
  'contract_renewal.retention',
].map((measure) => ({ measure })); // prettier-ignore

function Aside() {
  return <GuidancePanel {...useGuidance('report')} />;
}
const aside = () => <Aside />;

export default function DefinitionForm() {
  const t = useReportingWords();
  const navigate = useNavigate();
  const search: Query = useSearch({ strict: false });
  const outcome = search['preset'] === 'outcome';
  const initial = outcome
    ? {
        audience: 'management',
        title: t('reporting_page.preset.title'),
        purpose: t('reporting_page.preset.purpose'),
        decides: t('reporting_page.preset.decides'),
        frequency: 'half_year',
        figures: outcomeFigures,
      }
    : { audience: 'management' };
  return (
    <>
      <Paper p="sm" m="md" mb={0} maw={860}>
        <Group gap="sm" align="flex-end">
          <Select
            label={t('reporting_page.preset.label')}
            w={260}
            allowDeselect={false}
            data={[
              { value: '', label: t('reporting_page.preset.none') },
              { value: 'outcome', label: t('reporting_page.preset.outcome') },
            ]}
            value={outcome ? 'outcome' : ''}
            onChange={(next) =>
              void navigate({ to: '.', search: next === 'outcome' ? { preset: next } : {}, replace: true })
            }
          />
          <Text size="xs" c="dimmed" style={{ flex: '1 1 300px' }}>
            {t('reporting_page.preset.hint')}
          </Text>
        </Group>
      </Paper>
      <RecordForm
        key={outcome ? 'outcome' : ''}
        type="report-definition"
        order={order}
        initial={initial}
        overrides={reportingOverrides}
        aside={aside}
      />
    </>
  );
}
