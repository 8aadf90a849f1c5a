import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { value } from '../../../kernel/web/contract.ts';
import { recordQuery, useMetaType } from '../../../kernel/web/queries.ts';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { dialogs } from './Dialogs.tsx';
import { Flow } from './Flow.tsx';
import { overrides } from './overrides.tsx';
import { Assessment, Plans, Request, Review } from './Panels.tsx';
import { Running } from './Running.tsx';
import { Tasks } from './Tasks.tsx';

const hidden = [
  'category', 'modelId', 'purpose', 'objective', 'scope', 'subjectIds', 'serviceId', 'implementerId', 'plannedStartAt', 'plannedEndAt',
  'downtimeMinutes', 'windowBasis', 'windowEvidence', 'templateAnswers', 'riskAnswers', 'riskImpact', 'riskLikelihood', 'riskScore',
  'riskLevel', 'impactAnswers', 'affectedServiceIds', 'affectedCustomerIds', 'costCents', 'currency', 'benefit', 'feasibility', 'resources',
  'needsCustomerApproval', 'collisions', 'collisionsCheckedAt', 'collisionsCheckedById', 'approvedStartAt', 'approvedEndAt', 'collisionResolution', 'majorCriteria', 'implementationPlan', 'backOutPlan', 'testEvidence',
  'notTestableReason', 'emergencyGround', 'emergencyReason', 'authorisedById', 'authorisedAt', 'authorisedVia', 'authorisationNote',
  'authorisationConfirmedAt', 'result', 'resultNote', 'inWindow', 'cisUpdated', 'monitoringResult', 'usersInformed', 'reviewRequired',
  'reviewerId', 'objectiveMet', 'incidentsNote', 'deviations', 'lessons', 'userFeedback', 'reviewedAt', 'reviewedById', 'successful',
  'unauthorised', 'sodException',
]; // prettier-ignore
/** The one thing that comes next stands first; what only emergencies have is no button elsewhere. */
const usual = [
  'submit', 'assess', 'schedule', 'start', 'complete', 'open_review', 'finish_review', 'back_out', 'ask_more',
]; // prettier-ignore
const standard = [...usual.filter((name) => name !== 'assess'), 'close_unreviewed'];
const emergency = [
  'authorise', 'start', 'complete', 'document', 'open_review', 'finish_review', 'back_out',
]; // prettier-ignore
const primaryOf = (category: unknown) =>
  category === 'emergency' ? emergency : category === 'standard' ? standard : usual;
const sections = { main: (props: SectionProps) => <Main {...props} /> };

export default function ChangePage() {
  const { number = '' } = useParams({ strict: false });
  const record = useQuery(recordQuery(useMetaType('change'), number)).data;
  return (
    <RecordPage
      type="change"
      overrides={overrides}
      hidden={hidden}
      primary={primaryOf(record && value(record, 'category'))}
      sections={sections}
      dialogs={dialogs}
    />
  );
}

const before = new Set(['draft', 'more_info']);
const over = new Set(['implemented', 'documented', 'backed_out', 'failed', 'in_review', 'closed']);

/** What matters now stands above, what is done with below. */
function Main({ meta, record }: SectionProps) {
  const begun = value(record, 'startedAt') !== null;
  const looksBack = over.has(record.state) && begun;
  const urgent = value(record, 'category') === 'emergency';
  // Nobody planned what was found done already.
  const found = value(record, 'unauthorised') === true;
  return (
    <>
      <Flow record={record} />
      {looksBack && <Review meta={meta} record={record} />}
      {begun && !found && <Running record={record} />}
      {['approved', 'scheduled'].includes(record.state) && <Plans meta={meta} record={record} />}
      <Request meta={meta} record={record} />
      {(!before.has(record.state) || urgent) && !found && <Assessment meta={meta} record={record} />}
      {!['approved', 'scheduled'].includes(record.state) && !found && <Plans meta={meta} record={record} />}
      <Tasks record={record} />
    </>
  );
}
