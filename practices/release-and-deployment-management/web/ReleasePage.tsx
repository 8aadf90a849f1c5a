import { value } from '../../../kernel/web/contract.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { Changes } from './Changes.tsx';
import { Criteria } from '../../../kernel/web/record/Criteria.tsx';
import { Deliverables, StartDialog } from './Deliverables.tsx';
import { Flow } from './Flow.tsx';
import { overrides } from './overrides.tsx';
import { Fields, Panel } from '../../../kernel/web/record/Panel.tsx';
import { Results, Side } from './Results.tsx';
import { Waves } from './Waves.tsx';
import { useT } from './useT.ts';

const about = [
  'kind', 'versionName', 'changeIds', 'serviceIds', 'plannedStartAt', 'plannedEndAt', 'publishedAt', 'baselineId', 'description', 'method',
  'rollbackPlan',
]; // prettier-ignore
const people = [
  'ownerId',
  'developerIds',
  'builderId',
  'testerId',
  'deployerId',
  'acceptedById',
  'approvedByIds',
];
const decision = ['failedDecision', 'decisionPartyIds', 'decidedAt', 'decidedById'];
const plans = ['criteria', 'waves', 'deliverables'];
const result = [
  'smokeResult',
  'smokeEvidence',
  'deployedAt',
  'rolledBackAt',
  'rollbackReason',
  'resultAnalysis',
  'successful',
  'incidents7',
  'incidents30',
];
const hidden = [
  ...about,
  ...people,
  ...decision,
  ...plans,
  ...result,
  'results',
  'waveRuns',
  'testedHashes',
  'deployedHashes',
  'serviceId',
];
const primary = [
  'build', 'start_test', 'accept', 'decide_failure', 'request_approval', 'publish_schedule', 'take_baseline', 'start', 'smoke_test', 'finish',
  'watch', 'close', 'roll_back', 'analyse', 'reschedule',
]; // prettier-ignore
const dialogs = { start: StartDialog };
const sections = {
  main: (props: SectionProps) => <Main {...props} />,
  side: ({ record }: SectionProps) => <Side record={record} />,
};

export default function ReleasePage() {
  return (
    <RecordPage
      type="release"
      overrides={overrides}
      hidden={hidden}
      primary={primary}
      dialogs={dialogs}
      sections={sections}
    />
  );
}

const early = new Set(['planned', 'built']);

/** What matters now stands above. */
function Main({ meta, record }: SectionProps) {
  const t = useT();
  const begun = value(record, 'startedAt') !== null;
  const running = record.state === 'deploying';
  return (
    <>
      <Flow record={record} />
      {running && <Waves record={record} />}
      {begun && <Results record={record} />}
      {result.some((name) => (value(record, name) ?? '') !== '') && (
        <Panel title={t('release_page.result')}>
          <Fields overrides={overrides} meta={meta} record={record} names={result} />
        </Panel>
      )}
      {record.state === 'in_test' && <Criteria record={record} />}
      <Panel title={t('release_page.about')}>
        <Fields overrides={overrides} meta={meta} record={record} names={about} />
      </Panel>
      <Changes record={record} />
      <Panel title={t('release_page.people')}>
        <Fields overrides={overrides} meta={meta} record={record} names={people} />
      </Panel>
      {early.has(record.state) ? (
        <Panel title={t('release_page.phase.plan')}>
          <Fields overrides={overrides} meta={meta} record={record} names={plans} />
        </Panel>
      ) : (
        <>
          {record.state !== 'in_test' && <Criteria record={record} />}
          {value(record, 'decidedAt') !== null && (
            <Panel title={t('release_page.decision')}>
              <Fields overrides={overrides} meta={meta} record={record} names={decision} />
            </Panel>
          )}
          {!running && <Waves record={record} />}
          <Deliverables record={record} />
        </>
      )}
    </>
  );
}
