import { Paper } from '@mantine/core';
import { RecordActions } from '../../../kernel/web/action/RecordActions.tsx';
import { requirementField } from '../../../kernel/web/field/RequirementInput.tsx';
import { Course } from '../../../kernel/web/record/Course.tsx';
import { Fields, Panel } from '../../../kernel/web/record/Panel.tsx';
import { RecordPage, type SectionProps } from '../../../kernel/web/record/RecordPage.tsx';
import { AlikePanel } from './AlikePanel.tsx';
import { NonconformityGuidance } from './NonconformityGuidance.tsx';
import { useNonconformityWords } from './nonconformity.web.ts';

const first = [
  'description', 'requirement', 'ownRule', 'grade', 'origin', 'sourceId', 'sourceNote', 'ownerId', 'serviceId', 'orgUnitId',
  'occurredAt', 'planDueOn', 'dueOn', 'bodyAcceptance', 'correction', 'consequences', 'containedAt', 'containedById',
]; // prettier-ignore
const cause = [
  'extentCheck', 'extentResult', 'extentCount', 'rootCause', 'rcaMethod', 'causeClass', 'repeatOfId', 'causeAt', 'causeById',
  'waivedReason', 'waivedById',
]; // prettier-ignore
const effect = [
  'successCriterion', 'plannedAt', 'actionsDoneAt', 'implementerIds', 'systemChange', 'systemChangeNote', 'waitUntil',
  'effectivenessNote', 'checkedAt', 'checkedById', 'sodException', 'reopenCount',
]; // prettier-ignore
const hidden = [...cause, ...effect, 'warnedPercent'];
const primary = [
  'contain', 'find_cause', 'plan', 'finish', 'wait', 'begin_check', 'confirm_effective', 'find_ineffective', 'waive_action', 'reopen',
]; // prettier-ignore
const way = [
  ['opened'], ['contained'], ['cause_known', 'reopened'], ['action_plan'], ['done'], ['waiting'], ['effectiveness'], ['closed'],
] as const; // prettier-ignore
const overrides = { requirement: requirementField };
const causeStands = new Set(['opened', 'contained', 'dismissed']);
const acting = new Set([
  'cause_known',
  'action_plan',
  'done',
  'waiting',
  'effectiveness',
  'reopened',
  'closed',
]);

function Main({ meta, record }: SectionProps) {
  const t = useNonconformityWords();
  return (
    <Paper p="md" component="section" aria-label={t('nonconformity_page.course')}>
      <Course meta={meta} record={record} way={way} label={t('nonconformity_page.course')} />
    </Paper>
  );
}

function Below({ meta, record }: SectionProps) {
  const t = useNonconformityWords();
  return (
    <>
      {!causeStands.has(record.state) && (
        <Panel title={t('nonconformity_page.cause')}>
          <Fields meta={meta} record={record} names={cause} overrides={overrides} />
        </Panel>
      )}
      {acting.has(record.state) && (
        <RecordActions record={record} title={t('nonconformity_page.action_title')} />
      )}
      {!causeStands.has(record.state) && record.state !== 'cause_known' && record.state !== 'reopened' && (
        <Panel title={t('nonconformity_page.effect')}>
          <Fields meta={meta} record={record} names={effect} overrides={overrides} />
        </Panel>
      )}
    </>
  );
}

const sections = {
  main: (props: SectionProps) => <Main {...props} />,
  below: (props: SectionProps) => <Below {...props} />,
  side: ({ record }: SectionProps) => (
    <>
      <AlikePanel record={record} />
      <NonconformityGuidance />
    </>
  ),
};

export default function NonconformityPage() {
  return (
    <RecordPage
      type="nonconformity"
      first={first}
      hidden={hidden}
      primary={primary}
      sections={sections}
      overrides={overrides}
    />
  );
}
