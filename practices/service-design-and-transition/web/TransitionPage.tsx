import { value } from '../../../kernel/web/contract.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { Checklist, Handling } from './Checklist.tsx';
import { Criteria } from '../../../kernel/web/record/Criteria.tsx';
import { EvaluateDialog, Outcomes, ReportDialog } from './Ending.tsx';
import { ends, Flow } from './Flow.tsx';
import { overrides } from './overrides.tsx';
import { Fields, Panel } from '../../../kernel/web/record/Panel.tsx';
import { useT } from './useT.ts';

const about = [
  'kind',
  'serviceId',
  'reasonFor',
  'plannedLiveOn',
  'rank',
  'changeIds',
  'releaseIds',
  'partyIds',
  'receiverId',
];
const people = [
  'ownerId',
  'plannerId',
  'designerIds',
  'developerIds',
  'testerId',
  'planApprovedById',
  'designApprovedById',
  'acceptedById',
];
const drafts = ['outcomes', 'criteria', 'handling', 'checklist', 'requirements'];
const design = ['designSummary', 'requirements'];
const decision = ['failedDecision', 'decisionPartyIds', 'decidedAt', 'decidedById'];
const report = ['closureReport', 'reportedAt', 'reportedToIds', 'outcomeMet', 'evaluation', 'evaluatedAt'];
const hidden = [
  ...about,
  ...people,
  ...drafts,
  ...design,
  ...decision,
  ...report,
  'plan',
  'results',
  'checked',
  'handled',
  'actuals',
];
const primary = [
  'prioritise', 'start_planning', 'approve_plan', 'start_design', 'write_design', 'approve_design', 'start_build', 'start_test', 'accept',
  'reject_criteria', 'decide_failure', 'begin_transition', 'go_live', 'data_done', 'retire', 'report_closure', 'evaluate', 'close',
]; // prettier-ignore
const dialogs = { report_closure: ReportDialog, evaluate: EvaluateDialog };
const sections = { main: (props: SectionProps) => <Main {...props} /> };

export default function TransitionPage() {
  return (
    <RecordPage
      type="transition"
      overrides={overrides}
      hidden={hidden}
      primary={primary}
      dialogs={dialogs}
      sections={sections}
    />
  );
}

const early = new Set(['proposed', 'prioritised', 'planning']);
const reported = new Set(['closure_reported', 'closed']);

/** What matters now stands above. */
function Main({ meta, record }: SectionProps) {
  const t = useT();
  const end = ends(record);
  const planning = early.has(record.state);
  const fields = (title: string, names: readonly string[]) => (
    <Panel title={title}>
      <Fields overrides={overrides} meta={meta} record={record} names={names} />
    </Panel>
  );
  return (
    <>
      <Flow record={record} />
      {reported.has(record.state) && fields(t('transition_page.phase.report'), report)}
      {!planning && end && <Handling record={record} />}
      {record.state === 'test' && <Criteria record={record} />}
      {!planning && !end && <Checklist record={record} />}
      {fields(t('transition_page.about'), about)}
      {!planning && <Outcomes record={record} />}
      {!planning && !end && record.state !== 'test' && <Criteria record={record} />}
      {value(record, 'decidedAt') !== null && fields(t('transition_page.decision'), decision)}
      {planning && fields(t('transition_page.phase.plan'), end ? ['outcomes', 'handling'] : ['outcomes', 'criteria', 'requirements', 'checklist'])}
      {fields(t('transition_page.plan'), ['plan'])}
      {!planning && !end && fields(t('transition_page.design'), design)}
      {fields(t('transition_page.people'), people)}
    </>
  );
} // prettier-ignore
